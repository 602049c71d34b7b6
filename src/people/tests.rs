use super::*;
use crate::db::{Deed, Run};
use crate::ground::new_id;
use crate::stage::Stage;
use crate::web::Role;

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
        Ok::<_, crate::ground::Problem>((token, actor.grants.iter().map(|it| it.role).collect::<Vec<_>>()))
    };
    let (token, by_door) = roles(Means::Door).await?;
    assert_eq!(by_door, [Role::Trainee]);
    assert_eq!(stage.db().rows(&crate::db::Statement { name: "t", sql: "select id from sign_ins" }, &[]).await?.len(), 2);
    stage.clock.set(crate::stage::CLASS_DAY + 31 * 86_400_000);
    assert!(!identify(&stage.app, &token).await?.is_known());
    assert!(!identify(&stage.app, "0000").await?.is_known());
});
