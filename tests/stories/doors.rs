//! What nobody may do: guess an address, post from another site, open a second process, lose what was typed.

use nguon::both;
use nguon::db::{Run, Statement};
use nguon::demo;
use nguon::web::Role;

both!(
    /// A person of another class who guesses an address learns nothing, not even that it exists.
    guessed_addresses_tell_nothing,
    stage,
    {
        demo::load(&stage.app).await?;
        let id = async |sql: &'static str| stage.db().the::<String>(&Statement { name: "id", sql }, &[]).await;
        let (class, other) = (id("select id from classes where code = 'PT18'").await?, id("select id from classes where code = 'SL26'").await?);
        let difficulty = id("select id from difficulties where code = 'PT18-01'").await?;
        let session = id("select s.id from sessions s join classes c on c.id = s.class_id where c.code = 'PT18' and s.ordinal = 1").await?;
        let (_, mut stranger) = stage.person("Lò Văn Lạ", "0911222333", Role::Trainee, Some(&other), None).await?;
        for path in [
            format!("/classes/{class}"),
            format!("/classes/{class}/roster"),
            format!("/classes/{class}/difficulties"),
            format!("/difficulties/{difficulty}"),
            format!("/sessions/{session}/attendance"),
            format!("/sessions/{session}/wall"),
            format!("/classes/{class}/results"),
        ] {
            let got = stranger.get(&path).await?;
            assert!(matches!(got.status.as_u16(), 403 | 404), "{path}: {}", got.status);
            assert!(!got.body.contains("Hà Văn Thắng"), "{path} names somebody");
        }
        for (path, field) in [("verdict", "verdict"), ("advice", "text"), ("me-too", "deed")] {
            let got = stranger.post(&format!("/difficulties/{difficulty}/{path}"), &[(field, "resolved")]).await?;
            assert!(matches!(got.status.as_u16(), 403 | 404), "{path}: {}", got.status);
        }
    }
);
