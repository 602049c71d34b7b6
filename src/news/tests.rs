//! The story of a news item, on both engines: a small class with four difficulties, its organiser, its readers.

use crate::db::Run;
use crate::ground::Problem;
use crate::people::{Means, token_for};
use crate::stage::hall::Hall;
use crate::stage::{Got, Visitor};

/// Identifying who asks takes one query; the rest is the page's own.
const IDENTIFY: u32 = 1;

/// The fields of the form as the page offers them, so that a story changes only what it tells of.
fn fields_of(body: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let form = body.split("<form class=\"form\"").nth(1).unwrap_or_default();
    for hidden in form.split("type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = hidden.split_once('"').unwrap();
        let value = rest.split_once("value=\"").unwrap().1.split('"').next().unwrap();
        found.push((name.to_owned(), plain(value)));
    }
    for area in form.split("<textarea id=\"").skip(1) {
        let name = area.split('"').next().unwrap();
        let text = area.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
        found.push((name.to_owned(), plain(text)));
    }
    found
}

fn plain(html: &str) -> String {
    html.replace("&#34;", "\"").replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#39;", "'")
}

/// Opens the form, changes these fields, and sends it.
async fn save(by: &mut Visitor, path: &str, change: &[(&str, &str)]) -> Result<Got, Problem> {
    let mut fields = fields_of(&by.get(path).await?.body);
    fields.retain(|it| !change.iter().any(|other| other.0 == it.0));
    fields.extend(change.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    by.post(path, &fields).await
}

crate::both!(from_the_figures_to_the_public_page, stage, {
    let mut hall = Hall::on(stage).await?;
    hall.later(stage, 1).await?;
    let path = format!("/classes/{}/news", hall.class);
    let mut guest = stage.guest();

    // Before anything is released, readers see an empty list and no page.
    assert!(guest.get("/news").await?.body.contains("Chưa có bản tin nào"));
    assert_eq!(guest.get("/news/PT18").await?.status, 404);

    // The draft has the figures of the class: two of three came, one of four difficulties is resolved, one is with the province.
    let got = hall.secretary.get(&path).await?;
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("Phú Thọ: 2 vướng mắc của cơ sở được chuyên gia tư vấn tại lớp tập huấn"), "{}", got.body);
    assert!(
        got.body.contains("Lớp học có 2 cán bộ tham dự, đến từ 1 xã thuộc huyện Yên Lập. Trong số này có 1 cán bộ nữ."),
        "{}",
        got.body
    );
    assert!(got.body.contains("Có 1 vướng mắc vượt thẩm quyền"), "{}", got.body);
    assert!(got.queries <= 20, "{}", got.queries);
    assert_eq!(hall.secretary.get(&format!("{path}/preview")).await?.to, path, "there is nothing to look at yet");

    // Edited a little and saved; posted twice it is saved once; nobody but the organisers sees it.
    let got = save(&mut hall.secretary, &path, &[("lead", "Lớp tập huấn ở Phú Thọ đã kết thúc."), ("plans", "")]).await?;
    assert!(got.to.starts_with(&format!("{path}/preview?done=news-saved")), "{} {}", got.to, got.body);
    assert_eq!(stage.count("select revision from news_items").await?, 1);
    let preview = hall.secretary.get(&got.to).await?;
    assert!(preview.body.contains("Lớp tập huấn ở Phú Thọ đã kết thúc.") && preview.body.contains("Phát hành bản tin"), "{}", preview.body);
    assert_eq!(guest.get("/news/PT18").await?.status, 404);
    assert_eq!(hall.secretary.get("/news/PT18").await?.status, 404, "a draft has no public page, whoever asks");

    // Released: by its short address, in any case of letters, with what a shared link shows.
    let release = [("deed", preview.deed()), ("against", "1".to_owned())];
    let release: Vec<(&str, &str)> = release.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        assert!(hall.secretary.post(&format!("{path}/release"), &release).await?.to.contains("done=news-released"));
    }
    let got = guest.get("/news/pt18").await?;
    assert_eq!(got.status, 200, "{}", got.body);
    for wanted in [
        "<h1>Phú Thọ: 2 vướng mắc của cơ sở được chuyên gia tư vấn tại lớp tập huấn</h1>",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:url\" content=\"http://nguon.example/news/PT18\">",
        "<meta name=\"description\" content=\"Lớp tập huấn ở Phú Thọ đã kết thúc.\">",
        "<link rel=\"canonical\" href=\"http://nguon.example/news/PT18\">",
        "<meta property=\"article:published_time\" content=\"2018-10-17T12:00:00+07:00\">",
        "\"@type\":\"NewsArticle\"",
        "2 trên 4 vướng mắc đã được chuyên gia tư vấn",
        "lang=\"vi\"",
    ] {
        assert!(got.body.contains(wanted), "{wanted}: {}", got.body);
    }
    // Nothing of the person who raised, and no word of what was raised anonymously.
    assert!(!got.body.contains("Hà Văn An") && !got.body.contains("0912") && !got.body.contains("giám sát cộng đồng"), "{}", got.body);
    assert!(got.queries <= 8, "{}", got.queries);
    let list = guest.get("/news").await?;
    assert!(list.body.contains("1 bản tin từ các lớp tập huấn") && list.body.contains("/news/PT18"), "{}", list.body);
    assert!(list.queries <= 3, "{}", list.queries);

    // In English the frame is English; the item stays as it is.
    guest.get("/language/en?to=/news").await?;
    let got = guest.get("/news/PT18").await?;
    assert!(got.body.contains("See the published answers") && got.body.contains("vướng mắc đã được chuyên gia tư vấn"), "{}", got.body);

    // Edited after its release: public at once, and said so.
    stage.clock.set(stage.clock.now().0 + 3_600_000);
    assert_eq!(save(&mut hall.secretary, &path, &[("own", "Ban tổ chức cảm ơn các xã.")]).await?.status, 303);
    let got = stage.guest().get("/news/PT18").await?;
    assert!(got.body.contains("Ban tổ chức cảm ơn các xã.") && got.body.contains("sửa 17/10/2018"), "{}", got.body);

    // Taken back.
    let deed = hall.secretary.get(&format!("{path}/preview")).await?.deed();
    assert_eq!(hall.secretary.post(&format!("{path}/withdrawal"), &[("deed", &deed)]).await?.status, 303);
    assert_eq!(guest.get("/news/PT18").await?.status, 404);
    assert_eq!(hall.secretary.post(&format!("{path}/withdrawal"), &[]).await?.status, 422, "there is nothing to take back");
});

crate::both!(nobody_is_named_who_has_not_agreed, stage, {
    let mut hall = Hall::on(stage).await?;
    let path = format!("/classes/{}/news", hall.class);
    save(&mut hall.secretary, &path, &[]).await?;
    let got = hall.secretary.post(&format!("{path}/release"), &[("against", "1")]).await?;
    assert!(got.status == 422 && got.body.contains("Lớp học đến hết ngày 17/10/2018"), "{}", got.body);
    hall.later(stage, 1).await?;
    let named = [("own", "Theo ông Hà Văn An, xã đã lập giấy biên nhận."), ("policy", "Liên hệ 0912 345 678.")];
    assert_eq!(save(&mut hall.secretary, &path, &named).await?.status, 303, "a draft may be what it is");
    let preview = hall.secretary.get(&format!("{path}/preview")).await?;
    assert!(preview.body.contains("Có tên Hà Văn An, người này chưa đồng ý"), "{}", preview.body);
    assert!(preview.body.contains("Có số điện thoại 0912 345 678") && !preview.body.contains("/news/release"), "{}", preview.body);
    let got = hall.secretary.post(&format!("{path}/release"), &[("against", "2")]).await?;
    assert_eq!(got.status, 422);
    assert_eq!(stage.guest().get("/news/PT18").await?.status, 404);
    // Whom nobody asked cannot be chosen.
    let an = hall.people[0].clone();
    let got = save(&mut hall.secretary, &path, &[("policy", ""), ("person", &an)]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("Có người được chọn mà chưa đồng ý"), "{}", got.body);

    // He agrees on his own page, she on paper.
    let me = hall.an.get("/me").await?;
    assert!(me.body.contains("Cho phép bản tin công khai của Lớp tập huấn cán bộ xã, huyện PT18 nêu tên tôi?"), "{}", me.body);
    let class = hall.class.clone();
    assert_eq!(hall.an.post("/me/consents", &[("class", &class)]).await?.to, "/me?done=consent-given#consents");
    let other = hall.other.clone();
    assert_eq!(hall.an.post("/me/consents", &[("class", &other)]).await?.status, 404, "not their class");
    let binh = hall.people[1].clone();
    assert_eq!(hall.secretary.post(&format!("{path}/consents"), &[("signed", "")]).await?.status, 422);
    assert_eq!(hall.secretary.post(&format!("{path}/consents"), &[("signed", &binh)]).await?.status, 303);
    assert_eq!(stage.count("select count(*) from journal where kind = 'person.consented' and on_behalf is not null").await?, 1);
    let got = hall.secretary.get(&path).await?;
    assert!(got.body.contains("ông Hà Văn An, Phó Chủ tịch UBND xã Mỹ Lung"), "{}", got.body);

    let mut fields = fields_of(&got.body);
    fields.retain(|it| it.0 != "policy");
    fields.extend([("person".to_owned(), an.clone()), ("person".to_owned(), binh.clone())]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(hall.secretary.post(&path, &fields).await?.status, 303);
    assert!(hall.secretary.post(&format!("{path}/release"), &[("against", "3")]).await?.to.contains("news-released"));
    let mut guest = stage.guest();
    let got = guest.get("/news/PT18").await?;
    assert!(got.body.contains("Chia sẻ tại lớp có ông Hà Văn An") && got.body.contains("bà Đinh Thị Bình"), "{}", got.body);
    assert!(got.body.contains("Theo ông Hà Văn An, xã đã lập giấy biên nhận."), "{}", got.body);
    // What is public is not saved with a name that must not be there.
    let got = save(&mut hall.secretary, &path, &[("own", "Ông Phùng Đức Cường nói.")]).await?;
    assert_eq!(got.status, 422);
    assert!(got.body.contains("Có tên Phùng Đức Cường") && got.body.contains("Ông Phùng Đức Cường nói."), "{}", got.body);

    // Taken back by him: his name goes at once, out of the list and out of the text.
    let me = hall.an.get("/me").await?;
    let withdrawal = format!("/me/consents/{}/withdrawal", me.between("/me/consents/", "/withdrawal"));
    assert_eq!(hall.an.post(&withdrawal, &[]).await?.status, 303);
    let got = guest.get("/news/PT18").await?;
    assert!(!got.body.contains("Hà Văn An") && got.body.contains("Theo một học viên, xã đã lập giấy biên nhận."), "{}", got.body);
    assert!(got.body.contains("bà Đinh Thị Bình"), "{}", got.body);

    // Erased: out of the journal too.
    let asked = format!("/people/{an}/erasure");
    assert_eq!(hall.keeper.post(&asked, &[]).await?.status, 422, "not without a tick");
    assert_eq!(stage.count("select count(*) from journal where kind = 'news.saved' and body like '%Hà Văn An%'").await?, 2);
    assert_eq!(hall.keeper.post(&asked, &[("sure", "1")]).await?.status, 303);
    assert_eq!(stage.count("select count(*) from journal where kind = 'news.saved' and body like '%Hà Văn An%'").await?, 0);
    assert!(stage.guest().get("/news/PT18").await?.body.contains("Theo một học viên, xã đã lập giấy biên nhận."));
});

crate::both!(two_save_at_once_and_the_figures_move_on, stage, {
    let mut hall = Hall::on(stage).await?;
    let path = format!("/classes/{}/news", hall.class);
    let mut keeper = hall.keeper.clone();
    let first = fields_of(&keeper.get(&path).await?.body);
    assert_eq!(save(&mut hall.secretary, &path, &[("headline", "Tin của thư ký")]).await?.status, 303);
    let mut mine = first.clone();
    mine.retain(|it| it.0 != "headline");
    mine.push(("headline".into(), "Tin của quản trị".into()));
    let mine: Vec<(&str, &str)> = mine.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let got = keeper.post(&path, &mine).await?;
    assert_eq!(got.status, 409);
    assert!(got.body.contains("Tin của thư ký") && got.body.contains("Tin của quản trị"), "{}", got.body);
    assert!(got.body.contains("Vũ Thị Thư vừa lưu một bản khác"), "{}", got.body);
    assert_eq!(stage.count("select revision from news_items").await?, 1);
    // Having seen both, the second saves over the first.
    let again = fields_of(&got.body);
    let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(keeper.post(&path, &again).await?.status, 303);
    assert_eq!(keeper.post(&format!("{path}/release"), &[("against", "1")]).await?.status, 409, "another text than the one released");

    // Nothing has changed; then a verdict falls.
    let refresh = format!("{path}/refresh");
    assert!(hall.secretary.get(&refresh).await?.body.contains("Không đoạn nào phải thay đổi"));
    let advised = stage.db().one::<String>(&ADVISED, &[]).await?.unwrap();
    let verdict = [("verdict", "resolved")];
    assert_eq!(hall.an.post(&format!("/difficulties/{advised}/verdict"), &verdict).await?.status, 303);
    assert!(hall.secretary.get(&path).await?.body.contains("Số liệu đã thay đổi ở 2 đoạn"));
    let got = hall.secretary.get(&refresh).await?;
    assert!(got.body.contains("Tin của quản trị") && got.body.contains("2 trong 4 vướng mắc của cơ sở"), "{}", got.body);
    assert!(got.body.contains("Đã sửa tay"), "{}", got.body);
    assert!(!got.body.contains("value=\"headline\" checked") && got.body.contains("value=\"difficulties\" checked"), "{}", got.body);
    let deed = got.deed();
    let take = [("deed", deed.as_str()), ("against", "2"), ("take", "difficulties")];
    assert!(hall.secretary.post(&refresh, &take).await?.to.contains("news-redrawn"));
    let got = hall.secretary.get(&path).await?;
    assert!(got.body.contains("Tin của quản trị") && got.body.contains("2 vướng mắc đã được tháo gỡ"), "{}", got.body);
    assert!(!got.body.contains("Số liệu đã thay đổi"), "what was seen is not offered again: {}", got.body);
    assert_eq!(stage.count("select resolved from news_items").await?, 2);
});

const ADVISED: crate::db::Statement =
    crate::db::Statement { name: "advised", sql: "select id from difficulties where state = 'advised' order by id limit 1" };

crate::both!(who_may_come_where, stage, {
    let mut hall = Hall::on(stage).await?;
    let path = format!("/classes/{}/news", hall.class);
    save(&mut hall.secretary, &path, &[]).await?;
    let theirs = stage.with_token(&token_for(&stage.app, &hall.people[6], Means::Password).await?);
    let (_, elsewhere) = stage.person("Đỗ Văn Xa", "0912345699", crate::web::Role::Organiser, Some(&hall.other), None).await?;
    let visitors = [
        ("guest", stage.guest(), [403; 3]),
        ("trainee", hall.an.clone(), [403; 3]),
        ("other trainee", theirs, [403; 3]),
        ("expert", hall.hoa.clone(), [403; 3]),
        ("sponsor", hall.sponsor.clone(), [403; 3]),
        ("organiser of another class", elsewhere, [404; 3]),
        ("organiser", hall.secretary.clone(), [200; 3]),
        ("administrator", hall.keeper.clone(), [200; 3]),
    ];
    for (who, mut visitor, wanted) in visitors {
        for (page, wanted) in ["", "/preview", "/refresh"].into_iter().zip(wanted) {
            assert_eq!(visitor.get(&format!("{path}{page}")).await?.status, wanted, "{who} {page}");
        }
        assert_eq!(visitor.get("/news").await?.status, 200, "{who}");
        assert_eq!(visitor.get("/news/PT18").await?.status, 404, "{who}");
        if wanted[0] != 200 {
            for deed in ["", "/release", "/withdrawal", "/consents", "/refresh"] {
                assert_eq!(visitor.post(&format!("{path}{deed}"), &[]).await?.status, wanted[0], "{who} {deed}");
            }
        }
    }
});

crate::both!(queries_do_not_grow, stage, {
    let mut hall = Hall::on(stage).await?;
    hall.later(stage, 1).await?;
    let mut guest = stage.guest();
    let path = format!("/classes/{}/news", hall.class);
    save(&mut hall.secretary, &path, &[]).await?;
    hall.secretary.post(&format!("{path}/release"), &[("against", "1")]).await?;
    let one = (guest.get("/news").await?.queries, guest.get("/").await?.queries);
    let other = format!("/classes/{}/news", hall.other);
    save(&mut hall.keeper, &other, &[]).await?;
    hall.keeper.post(&format!("{other}/release"), &[("against", "1")]).await?;
    let got = guest.get("/news").await?;
    assert!(got.body.contains("/news/PT18") && got.body.contains("/news/KH18"), "{}", got.body);
    assert_eq!((got.queries, guest.get("/").await?.queries), one);
    assert!(guest.get("/news/PT18").await?.queries <= 8 - IDENTIFY);
    let welcome = guest.get("/").await?;
    assert!(welcome.body.contains("/news/PT18"), "{}", welcome.body);
});
