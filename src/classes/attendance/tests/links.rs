//! Personal links and badges.

use super::*;
use crate::both;

both!(a_personal_link_leads_in_until_a_year_after_the_class, stage, {
    let mut hall = hall(stage, 3).await?;
    let page = hall.organiser.get(&format!("/classes/{}/links", hall.class)).await?;
    let (trainee, _, _) = hall.people[0].clone();
    let path = format!("/welcome/{}", door::link(&stage.app.key, &hall.class, &trainee));
    assert!(page.body.contains(&path), "{}", page.body);
    let mut phone = stage.guest();
    let page = phone.get(&path).await?;
    assert!(
        page.status == 200 && page.body.contains("Kính chào anh/chị Hà Văn An") && page.body.contains("Chương trình 2 buổi"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("checked") && !page.body.contains("0912"), "no box ticked, no number shown");
    let got = phone.post(&path, &[("deed", &page.deed())]).await?;
    assert!(got.status == 422 && got.body.contains("Xin bấm một trong hai nút"), "{}", got.body);
    let got = phone.post(&path, &[("deed", &page.deed()), ("consent", "1")]).await?;
    assert_eq!(got.to, format!("/classes/{}?done=welcome", hall.class), "{}", got.body);
    assert_eq!(stage.count("select count(*) from consents where withdrawn_at is null").await?, 1);
    // On another phone: consent stands, one touch.
    let mut other = stage.guest();
    let page = other.get(&path).await?;
    assert!(!page.body.contains("name=\"consent\""));
    assert_eq!(other.post(&path, &[("deed", &page.deed())]).await?.status, 303);
    // Forged or cut short: not there.
    let another = format!("/welcome/{}{}", hall.people[1].0.replace('-', ""), &path[path.len() - 24..]);
    for bad in ["/welcome/1", &path[..path.len() - 1], &another] {
        assert_eq!(other.get(bad).await?.status, 404, "{bad}");
        assert_eq!(other.post(bad, &[("consent", "1")]).await?.status, 404, "{bad}");
    }
    // A year and a half after the class, and a day.
    stage.clock.set(Instant::from_local(Date::new(2020, 4, 17).unwrap(), TimeOfDay::new(12, 0).unwrap()).0);
    assert_eq!(stage.guest().get(&path).await?.status, 200);
    stage.clock.set(Instant::from_local(Date::new(2020, 4, 18).unwrap(), TimeOfDay::new(12, 0).unwrap()).0);
    let got = stage.guest().get(&path).await?;
    assert!(got.status == 410 && got.body.contains("hơn mười tám tháng"), "{}", got.body);
    assert_eq!(stage.guest().post(&path, &[("consent", "1")]).await?.status, 410);
});

both!(badges_carry_codes_that_can_be_renewed, stage, {
    let mut hall = hall(stage, 3).await?;
    let path = format!("/classes/{}/badges", hall.class);
    let page = hall.organiser.get(&path).await?;
    assert!(page.body.contains("3 thẻ học viên") && page.body.contains("nguon.example/c/PT18"), "{}", page.body);
    let codes = |body: &str| -> Vec<String> {
        body.split("<b class=\"keep\">").skip(1).map(|it| it.split('<').next().unwrap_or_default().to_owned()).collect()
    };
    let before = codes(&page.body);
    assert!(before.len() == 3 && before.iter().all(|it| it.len() == 7), "{before:?}");
    // Names in the order of tên: An, Bình, Chiến.
    let got = hall.organiser.post(&path, &[("trainee", &hall.people[1].0)]).await?;
    assert!(got.to.ends_with("done=badge-new-code"), "{}", got.body);
    let after = codes(&hall.organiser.get(&path).await?.body);
    let changed: Vec<bool> = before.iter().zip(&after).map(|(a, b)| a != b).collect();
    assert_eq!(changed, [false, true, false]);
    assert_eq!(hall.organiser.post(&path, &[("trainee", &hall.class.clone())]).await?.status, 404);
});
