use crate::discussion::tests::world::World;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);
const MOMENT: Duration = Duration::from_millis(900);

crate::both!(a_live_page_hears_its_own_class_once, stage, {
    let mut w = World::on(stage).await?;
    let mut an = w.an.clone();
    let since = stage.db().position_of_class(&w.class).await?;
    let live = format!("/classes/{}/live?since={since}", w.class);
    let mut page = w.binh.listen(&live).await?;
    assert_eq!(page.status, 200);
    assert_eq!(page.next(MOMENT).await?, None, "nothing has happened since");

    w.say(stage, &mut an, "Vốn về muộn", &[]).await?;
    let said = stage.db().position_of_class(&w.class).await?;
    assert_eq!(page.next(SOON).await?, Some((said, "opinion.said".to_owned())));

    // What happens in another class is not told.
    let got = w.stranger.post(&format!("/sessions/{}/opinions", w.elsewhere), &[("text", "Ở lớp khác")]).await?;
    assert_eq!(got.status, 303, "{}", got.body);
    assert_eq!(page.next(MOMENT).await?, None, "neither that, nor the same twice");
    w.ask(stage, "Việc gì vướng nhất?", "").await?;
    assert_eq!(page.next(SOON).await?.map(|it| it.1), Some("question.asked".to_owned()));
});

crate::both!(a_page_that_comes_back_is_told_that_it_missed_something, stage, {
    let w = World::on(stage).await?;
    let mut an = w.an.clone();
    let since = stage.db().position_of_class(&w.class).await?;
    let live = format!("/classes/{}/live?since={since}", w.class);
    drop(w.binh.listen(&live).await?);
    w.say(stage, &mut an, "Nói lúc máy kia mất mạng", &[]).await?;
    w.say(stage, &mut an, "Nói thêm", &[]).await?;
    let last = stage.db().position_of_class(&w.class).await?;
    let mut page = w.binh.listen(&live).await?;
    assert_eq!(page.next(SOON).await?, Some((last, "missed".to_owned())), "once, however much it was");
    assert_eq!(page.next(MOMENT).await?, None, "and not again one by one");
    w.say(stage, &mut an, "Nói tiếp", &[]).await?;
    let said = stage.db().position_of_class(&w.class).await?;
    assert_eq!(page.next(SOON).await?, Some((said, "opinion.said".to_owned())));
    // Whoever knows all of it has missed nothing.
    let mut page = w.binh.listen(&format!("/classes/{}/live?since={said}", w.class)).await?;
    assert_eq!(page.next(MOMENT).await?, None);
});

crate::both!(a_stream_ends_when_the_house_closes, stage, {
    let w = World::on(stage).await?;
    let since = stage.db().position_of_class(&w.class).await?;
    let live = format!("/classes/{}/live?since={since}", w.class);
    let mut page = w.an.listen(&live).await?;
    assert_eq!(page.next(MOMENT).await?, None);
    stage.app.live.close();
    assert!(page.has_ended(SOON).await, "the house closes without waiting for its pages");
    assert_eq!(w.an.listen(&live).await?.status, 500, "a house that closes takes nobody in");
});
