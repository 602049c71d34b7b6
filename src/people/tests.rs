//! The story of this room, on both engines.

use super::*;
use crate::db::{Deed, Run};
use crate::ground::{Problem, new_id};
use crate::stage::{Got, Stage, Visitor};
use crate::web::Role;
use axum::body::Body;
use axum::http::Request;
use tower::ServiceExt;

fn deed(stage: &Stage) -> Deed {
    Deed { id: new_id(&stage.app.clock, &stage.app.chance), actor: None, on_behalf: None, at: stage.app.clock.now() }
}

crate::both!(the_same_person_is_found_again, stage, {
    let deed = deed(stage);
    let an = |phone: &str, unit: &str| NewPerson {
        name: "Hà Văn An".into(),
        phone: Some(phone.into()),
        unit: unit.into(),
        ..NewPerson::default()
    };
    let mut tx = stage.db().begin().await?;
    let first = enter(&mut tx, &deed.part("1"), an("0912 345 678", "")).await.unwrap();
    let again = enter(&mut tx, &deed.part("1"), an("0912 345 678", "")).await.unwrap();
    let found =
        enter(&mut tx, &deed.part("2"), NewPerson { name: "HÀ VĂN AN".into(), ..an("+84912345678", "UBND xã Mỹ Lung") }).await.unwrap();
    let other = enter(&mut tx, &deed.part("3"), an("0912345679", "")).await.unwrap();
    grant(&mut tx, &deed, &first, Role::Trainee, Some("c1"), Some("p1")).await?;
    grant(&mut tx, &deed.part("x"), &first, Role::Trainee, Some("c1"), None).await?;
    grant(&mut tx, &deed, &first, Role::Expert, None, Some("p1")).await?;
    consent(&mut tx, &deed, &first, Some("c1")).await?;
    tx.commit().await?;
    assert_eq!((first.as_str(), first.as_str()), (again.as_str(), found.as_str()));
    assert_ne!(first, other);
    let kept = person(stage.db(), &first).await?.unwrap();
    assert_eq!((kept.name.as_str(), kept.unit.as_str(), kept.phone.as_deref()), ("Hà Văn An", "UBND xã Mỹ Lung", Some("0912345678")));
    assert_eq!(stage.count("select count(*) from grants").await?, 2);
    assert!(has_consented(stage.db(), &first, "c1").await? && !has_consented(stage.db(), &first, "c2").await?);
    assert_eq!(with_role(stage.db(), Role::Expert, Some("c9"), Some("p1")).await?.len(), 1);
    assert_eq!(with_role(stage.db(), Role::Trainee, Some("c9"), Some("p1")).await?.len(), 0);
    let mut tx = stage.db().begin().await?;
    end_grant(&mut tx, &deed, &first, Role::Expert, None).await?;
    tx.commit().await?;
    assert_eq!(with_role(stage.db(), Role::Expert, None, None).await?.len(), 0);
    assert_eq!(with_role(stage.db(), Role::Trainee, None, None).await?.len(), 1);
});

crate::both!(a_sign_in_by_the_door_has_a_trainees_rights, stage, {
    let (id, _) = stage.person("Đinh Thị Bình", "0912345678", Role::Organiser, None, None).await?;
    let mut tx = stage.db().begin().await?;
    grant(&mut tx, &deed(stage), &id, Role::Trainee, Some("c1"), None).await?;
    tx.commit().await?;
    let roles = |means| async move {
        let token = token_for(&stage.app, &id, means).await?;
        let actor = identify(&stage.app, &token).await?;
        assert_eq!(actor.name, "Đinh Thị Bình");
        Ok::<_, Problem>((token, actor.grants.iter().map(|it| it.role).collect::<Vec<_>>()))
    };
    let (token, by_door) = roles(Means::Door).await?;
    assert_eq!(by_door, [Role::Trainee]);
    assert_eq!(stage.db().rows(&crate::db::Statement { name: "t", sql: "select id from sign_ins" }, &[]).await?.len(), 2);
    stage.clock.set(crate::stage::CLASS_DAY + 31 * 86_400_000);
    assert!(!identify(&stage.app, &token).await?.is_known());
    assert!(!identify(&stage.app, "0000").await?.is_known());
});

/// A deed as a visitor does it: the form of a page, with what is filled in, sent where it belongs.
async fn fill(who: &mut Visitor, page: &str, to: &str, fields: &[(&str, &str)]) -> Result<Got, Problem> {
    let deed = who.get(page).await?.deed();
    let mut all = vec![("deed", deed.as_str())];
    all.extend_from_slice(fields);
    who.post(to, &all).await
}

const FIRST: &[(&str, &str)] = &[
    ("name", "Nguyễn Thu Hằng"),
    ("email", "Hang@nguon.example"),
    ("phone", "+84 912 345 678"),
    ("password", "suối nguồn Mỹ Lung"),
    ("again", "suối nguồn Mỹ Lung"),
];

crate::both!(a_first_start_makes_the_first_organiser, stage, {
    let mut first = stage.guest();
    assert_eq!(first.get("/sign-in").await?.to, "/setup");
    let wrong = first.post("/setup", &[("name", "Nguyễn Thu Hằng"), ("phone", "12"), ("password", "ngắn thôi"), ("again", "")]).await?;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("value=\"Nguyễn Thu Hằng\"") && wrong.body.contains("ít nhất 10") && !wrong.body.contains("ngắn thôi"));
    let made = fill(&mut first, "/setup", "/setup", FIRST).await?;
    assert_eq!((made.status.as_u16(), made.to.as_str()), (303, "/?done=set-up"));
    assert!(first.get("/people").await?.body.contains("Danh sách có 1 người"));
    assert_eq!(first.get("/setup").await?.status, 404);
    assert_eq!(stage.guest().post("/setup", FIRST).await?.status, 404);
    assert_eq!(first.post("/sign-out", &[]).await?.to, "/sign-in?done=signed-out");
    assert_eq!(first.get("/people").await?.status, 403);
    for name in ["0912345678", "hang@nguon.example", " +84 912 345 678"] {
        let mut again = stage.guest();
        let way = [("way", "password"), ("name", name), ("password", "suối nguồn Mỹ Lung"), ("to", "/people")];
        assert_eq!(again.post("/sign-in", &way).await?.to, "/people", "{name}");
        assert!(again.get("/people").await?.body.contains("Nguyễn Thu Hằng"));
    }
    let elsewhere = [("way", "password"), ("name", "0912345678"), ("password", "suối nguồn Mỹ Lung"), ("to", "//evil.example")];
    assert_eq!(stage.guest().post("/sign-in", &elsewhere).await?.to, "/");
    // Nothing of the password is in the journal.
    assert_eq!(stage.count("select count(*) from journal where body like '%argon2%' or body like '%nguồn%'").await?, 0);
});

crate::both!(who_guesses_is_slowed_down, stage, {
    fill(&mut stage.guest(), "/setup", "/setup", FIRST).await?;
    let mut guest = stage.guest();
    let mut said = Vec::new();
    for name in ["0912345678", "0999999999"] {
        let wrong = guest.post("/sign-in", &[("way", "password"), ("name", name), ("password", "không phải đâu")]).await?;
        assert_eq!(wrong.status, 422);
        said.push(wrong.between("id=\"name-error\">", "<"));
        assert!(wrong.body.contains(&format!("value=\"{name}\"")) && !wrong.body.contains("không phải đâu"));
    }
    assert_eq!(said[0], said[1]);
    for _ in 0..9 {
        guest.post("/sign-in", &[("way", "password"), ("name", "0912345678"), ("password", "x")]).await?;
    }
    let right = [("way", "password"), ("name", "0912345678"), ("password", "suối nguồn Mỹ Lung")];
    let stopped = guest.post("/sign-in", &right).await?;
    assert_eq!(stopped.status, 429);
    assert!(stopped.body.contains("16 phút") && stopped.body.contains("value=\"0912345678\""), "{}", stopped.body);
    stage.clock.set(crate::stage::CLASS_DAY + 17 * 60_000);
    assert_eq!(guest.post("/sign-in", &right).await?.status, 303);
    assert_eq!(stage.count("select count(*) from attempts where what like '%0912%'").await?, 0);
});

crate::both!(a_trainee_comes_in_by_the_code_on_the_badge, stage, {
    let (_, mut keeper) = stage.person("Nguyễn Thu Hằng", "0911111111", Role::Administrator, None, None).await?;
    let class = new_id(&stage.app.clock, &stage.app.chance);
    let (id, _) = stage.person("Lò Văn Póm", "0912345678", Role::Trainee, Some(&class), None).await?;
    let (twin, _) = stage.person("Lò Thị Inh", "0912345678", Role::Trainee, Some(&class), None).await?;
    let key = &stage.app.key;
    let code = personal_code(stage.db(), key, &id).await?;
    let codes = personal_codes(stage.db(), key, &class).await?;
    assert!(codes.contains(&(id.clone(), code.clone())) && codes.iter().any(|(it, _)| *it == twin));
    let page = keeper.get(&format!("/people/{id}")).await?;
    assert!(page.body.contains(&code) && page.body.contains("Lò Thị Inh"), "the code, and who else has the number");
    let mut trainee = stage.guest();
    let way =
        |code: &str| [("way", "code".to_owned()), ("phone", "912345678".to_owned()), ("code", code.to_owned()), ("to", "/me".to_owned())];
    let bring = async |who: &mut Visitor, code: &str| {
        let way = way(code);
        who.post("/sign-in", &way.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    assert_eq!(bring(&mut trainee, "12").await?.status, 422);
    assert_eq!(bring(&mut trainee, &format!("{} {}", &code[..3], &code[3..])).await?.to, "/me");
    let me = trainee.get("/me").await?;
    assert!(me.body.contains("Lò Văn Póm") && me.body.contains("bằng mã trên thẻ") && me.body.contains("0912 345 678"));
    assert_eq!(trainee.get("/people").await?.status, 403);
    let renewed = keeper.post(&format!("/people/{id}/code"), &[]).await?;
    assert!(renewed.to.ends_with("done=code-renewed"));
    assert_eq!(trainee.get("/me").await?.status, 403, "the badge was lost: whoever came in with it is out");
    assert_eq!(bring(&mut trainee, &code).await?.status, 422);
    let next = personal_code(stage.db(), key, &id).await?;
    assert_eq!(bring(&mut trainee, &next).await?.to, "/me");
});

crate::both!(everybody_keeps_their_own_data_in_hand, stage, {
    let (id, mut me) = stage.person("Đinh Thị Bình", "0912345678", Role::Trainee, Some("c1"), None).await?;
    let (_, mut other) = stage.person("Hà Văn An", "0912345679", Role::Trainee, Some("c1"), None).await?;
    let lost = token_for(&stage.app, &id, Means::Door).await?;
    let mut tx = stage.db().begin().await?;
    consent(&mut tx, &deed(stage), &id, Some("c1")).await?;
    consent(&mut tx, &deed(stage), &id, Some("c1")).await?;
    tx.commit().await?;
    let page = me.get("/me").await?;
    assert!(
        page.body.contains("Đang đăng nhập ở 2 nơi")
            && page.body.contains("Đã đồng ý cho 1 lớp")
            && page.body.contains("rút lại sự đồng ý này")
    );
    assert!(page.queries <= 6, "{} queries", page.queries);
    let kept = me.get("/me/data").await?;
    assert_eq!(kept.kind, "application/json");
    assert!(kept.body.contains("0912345678") && kept.body.contains("2026-11"));
    let consent_path = format!("/me/consents/{}/withdrawal", page.between("/me/consents/", "/withdrawal"));
    assert_eq!(other.post(&consent_path, &[]).await?.status, 404);
    assert_eq!(fill(&mut me, "/me", &consent_path, &[]).await?.to, "/me?done=consent-withdrawn#consents");
    assert!(!has_consented(stage.db(), &id, "c1").await?);
    assert_eq!(consent_state(stage.db(), &id, "c1").await?, ConsentState::Withdrawn(stage.clock.now()));
    assert_eq!(consent_state(stage.db(), &id, "c2").await?, ConsentState::Never);
    let revoke = format!("/me/sign-ins/{}/revocation", sign_in::digest(&lost));
    other.post(&revoke, &[]).await?;
    assert!(identify(&stage.app, &lost).await?.is_known(), "nobody ends what is not theirs");
    me.post(&revoke, &[]).await?;
    assert!(!identify(&stage.app, &lost).await?.is_known());
    set_password(&stage.app, &id, "một mật khẩu dài").await?;
    let token = token_for(&stage.app, &id, Means::Password).await?;
    let mut me = stage.with_token(&token);
    let change = |old: &'static str| [("old", old), ("password", "mật khẩu khác hẳn"), ("again", "mật khẩu khác hẳn")];
    assert_eq!(me.post("/me/password", &change("sai rồi")).await?.status, 422);
    assert_eq!(me.post("/me/password", &change("một mật khẩu dài")).await?.to, "/me?done=password-changed");
    assert_eq!(me.get("/me").await?.status, 200, "this sign-in stays");
    assert_eq!(me.get("/language/en?to=/me").await?.to, "/me");
    assert!(me.get("/me").await?.body.contains("Download my data"));
});

crate::both!(organisers_keep_the_persons_of_their_classes, stage, {
    let at = || new_id(&stage.app.clock, &stage.app.chance);
    let (mine, theirs) = (at(), at());
    let (_, mut organiser) = stage.person("Bùi Quang Hưng", "0911111111", Role::Organiser, Some(&mine), None).await?;
    let (keeper_id, mut keeper) = stage.person("Nguyễn Thu Hằng", "0911111112", Role::Administrator, None, None).await?;
    let (an, _) = stage.person("Hà Văn An", "0912345678", Role::Trainee, Some(&mine), None).await?;
    let (far, _) = stage.person("Quàng Thị Đôi", "0912345679", Role::Trainee, Some(&theirs), None).await?;

    // The list: whom it holds, how it is searched, what it costs.
    let list = organiser.get("/people").await?;
    assert!(list.body.contains("Danh sách có 2 người") && list.body.contains("0912 345 678") && !list.body.contains("Quàng"));
    assert_eq!(organiser.get(&format!("/people/{far}")).await?.status, 404);
    assert_eq!(organiser.get(&format!("/people/{keeper_id}")).await?.status, 404);
    for i in 0..60 {
        stage.person(&format!("Đinh Văn {i}"), &format!("09{:08}", 30_000_000 + i), Role::Trainee, Some(&mine), None).await?;
    }
    let long = organiser.get("/people?page=2").await?;
    assert!(long.body.contains("Trang 2 / 2") && long.queries == list.queries, "{} and {} queries", long.queries, list.queries);
    let found = organiser.get("/people?q=ha+van&role=trainee").await?;
    assert!(found.body.contains("Tìm thấy 1 người") && found.body.contains("Hà Văn An"));
    assert!(organiser.get("/people?q=345+678").await?.body.contains("Tìm thấy 1 người"));
    assert!(keeper.get("/people?q=345+67").await?.body.contains("Tìm thấy 2 người"));

    // Entering: the same person is found again, here or elsewhere.
    let new =
        |name: &'static str, phone: &'static str| [("name", name), ("phone", phone), ("position", "Chuyên viên"), ("unit", "Ban Dân tộc")];
    let entered = fill(&mut organiser, "/people/new", "/people", &new("Đinh Thị Hải Yến", "987654321")).await?;
    assert!(entered.to.ends_with("?done=person-entered-phone-mended"), "{}", entered.to);
    let yen = entered.to.split(['/', '?']).nth(2).unwrap_or_default().to_owned();
    let twice = fill(&mut organiser, "/people/new", "/people", &new("Đinh Thị Hải Yến", "0987654321")).await?;
    assert_eq!(twice.to, format!("/people/{yen}?done=person-found"));
    let elsewhere = fill(&mut organiser, "/people/new", "/people", &new("Quàng Thị Đôi", "0912345679")).await?;
    assert_eq!(elsewhere.to, "/people?done=person-found-elsewhere");
    let wrong = organiser.post("/people", &[("name", ""), ("phone", "0912"), ("place", "không có xã này"), ("unit", "Giữ lại")]).await?;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Có 3 chỗ cần sửa") && wrong.body.contains("value=\"Giữ lại\""), "{}", wrong.body);

    // Roles and fields: an organiser makes experts of their class, an administrator all.
    let page = format!("/people/{yen}");
    let give = |role: &str, at: &str| [("role", role.to_owned()), ("where", at.to_owned())];
    let given = async |who: &mut Visitor, role: &str, at: &str| {
        let fields = give(role, at);
        fill(who, &page, &format!("{page}/grants"), &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    assert_eq!(given(&mut organiser, "organiser", &format!("class:{mine}")).await?.status, 403);
    assert_eq!(given(&mut organiser, "expert", &format!("class:{theirs}")).await?.status, 403);
    assert_eq!(given(&mut organiser, "expert", "").await?.status, 403);
    assert_eq!(given(&mut organiser, "expert", "class:x").await?.status, 404);
    assert!(given(&mut organiser, "", "").await?.body.contains("Hãy chọn vai trò"));
    let unsure = organiser.post(&format!("{page}/grants"), &[("role", "administrator"), ("where", "")]).await?;
    assert!(unsure.status == 422 && unsure.body.contains("đánh dấu xác nhận"), "everything is not given with one press");
    let sure = [("role", "administrator"), ("where", ""), ("sure", "1")];
    assert_eq!(organiser.post(&format!("{page}/grants"), &sure).await?.status, 403);
    assert_eq!(given(&mut organiser, "expert", &format!("class:{mine}")).await?.to, format!("{page}?done=grant-given"));
    let chosen =
        fill(&mut organiser, &page, &format!("{page}/fields"), &[("field", "water"), ("field", "listing"), ("field", "?")]).await?;
    assert_eq!(chosen.to, format!("{page}?done=fields-set"));
    assert_eq!(expert_fields(stage.db()).await?, [(yen.clone(), Field::Listing), (yen.clone(), Field::Water)]);
    let password = [("password", "mật khẩu đầu tiên"), ("again", "mật khẩu đầu tiên")];
    assert_eq!(organiser.post(&format!("{page}/password"), &[("password", "ngắn"), ("again", "ngắn")]).await?.status, 422);
    assert_eq!(organiser.post(&format!("{page}/password"), &password).await?.to, format!("{page}?done=password-given"));
    assert_eq!(organiser.post(&format!("{page}/password"), &password).await?.status, 403, "the first one only");
    let mut yen_herself = stage.guest();
    let way = [("way", "password"), ("name", "0987654321"), ("password", "mật khẩu đầu tiên"), ("to", "/me")];
    assert_eq!(yen_herself.post("/sign-in", &way).await?.to, "/me");
    assert_eq!(yen_herself.get("/people").await?.status, 403);

    // Ending: at once; and never the last administrator.
    assert_eq!(given(&mut keeper, "organiser", &format!("class:{theirs}")).await?.to, format!("{page}?done=grant-given"));
    assert_eq!(yen_herself.get("/people").await?.status, 200);
    assert_eq!(organiser.get(&format!("{page}/correction")).await?.status, 403, "somebody above an expert");
    let himself = keeper.get(&format!("/people/{keeper_id}")).await?;
    let ending = format!("/people/{keeper_id}/grants/{}/ending", himself.between("/grants/", "/ending"));
    let refused = fill(&mut keeper, &format!("/people/{keeper_id}"), &ending, &[]).await?;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("người quản trị duy nhất"));

    // Correcting.
    let form = [("family", "Hà"), ("name", "Văn An"), ("phone", "0912345678"), ("birth_year", "1981"), ("ethnicity", "Mường")];
    let path = format!("/people/{an}/correction");
    assert_eq!(fill(&mut organiser, &path, &path, &form).await?.to, format!("/people/{an}?done=person-corrected"));
    assert_eq!(fill(&mut organiser, &path, &path, &form).await?.status, 303);
    assert_eq!(stage.db().events_about(&an).await?.len(), 3, "entered, granted, corrected once: nothing new is nothing");
    let kept = person(stage.db(), &an).await?.unwrap();
    assert_eq!((kept.family.as_str(), kept.given.as_str(), kept.birth_year), ("Hà", "Văn An", Some(1981)));
    assert!(organiser.get(&format!("/people/{an}")).await?.body.contains("Mường"));
});

crate::both!(an_erased_person_is_gone_from_the_journal_too, stage, {
    let (_, mut keeper) = stage.person("Nguyễn Thu Hằng", "0911111112", Role::Administrator, None, None).await?;
    let (an, mut himself) = stage.person("Hà Văn An", "0912345678", Role::Trainee, Some("c1"), None).await?;
    let path = format!("/people/{an}/correction");
    let form = [("family", "Hà Văn"), ("name", "An"), ("phone", "0912345678"), ("email", "an@nguon.example"), ("ethnicity", "Mường")];
    fill(&mut keeper, &path, &path, &form).await?;
    set_password(&stage.app, &an, "một mật khẩu dài").await?;
    let mut tx = stage.db().begin().await?;
    consent(&mut tx, &deed(stage), &an, Some("c1")).await?;
    tx.commit().await?;
    let asked = format!("/people/{an}/erasure");
    assert_eq!(himself.post(&asked, &[]).await?.status, 403);
    assert!(keeper.get(&asked).await?.body.contains("Xóa dữ liệu cá nhân của Hà Văn An?"));
    let unsure = fill(&mut keeper, &asked, &asked, &[]).await?;
    assert_eq!(unsure.status, 422, "not without a tick");
    assert!(unsure.body.contains("hãy đánh dấu xác nhận"), "{}", unsure.body);
    assert_eq!(fill(&mut keeper, &asked, &asked, &[("sure", "1")]).await?.to, "/people?done=person-erased");
    assert_eq!(keeper.get(&format!("/people/{an}")).await?.status, 404);
    assert_eq!(himself.get("/me").await?.status, 403);
    for left in [
        "select count(*) from journal where body like '%An%' or body like '%0912345678%' or body like '%nguon.example%' or body like '%Mường%'",
        "select count(*) from persons where name_fold like '%ha van%' or phone = '0912345678' or email is not null",
        "select count(*) from ethnicities",
        "select count(*) from credentials",
        "select count(*) from consents where withdrawn_at is null",
        "select count(*) from grants where role = 'trainee' and ended_at is null",
    ] {
        assert_eq!(stage.count(left).await?, 0, "{left}");
    }
    // Who comes again is somebody new.
    let (again, _) = stage.person("Hà Văn An", "0912345678", Role::Trainee, Some("c2"), None).await?;
    assert_ne!(again, an);
});

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_and_other_sites() -> Result<(), Problem> {
    let stage = Stage::sqlite().await?;
    fill(&mut stage.guest(), "/setup", "/setup", FIRST).await?;
    for (proto, secure) in [("http", false), ("https", true)] {
        let request = Request::post("/sign-in")
            .header("host", "nguon.example")
            .header("x-forwarded-proto", proto)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("way=password&name=0912345678&password=su%E1%BB%91i+ngu%E1%BB%93n+M%E1%BB%B9+Lung"))?;
        let response = crate::house::router(stage.app.clone()).oneshot(request).await?;
        let cookie = response.headers().get("set-cookie").and_then(|it| it.to_str().ok()).unwrap_or_default();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=64800"), "{cookie}");
        assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
    }
    Ok(())
}
