//! The demonstration lives on both engines, is the same twice, and its journal makes its tables.

use nguon::both;
use nguon::db::{Run, Statement};
use nguon::demo;

both!(
    /// Loaded once; loading again does nothing; the counts are those of the files.
    the_demonstration_is_whole,
    stage,
    {
        assert!(demo::load(&stage.app).await?);
        let position = stage.db().position().await?;
        assert!(!demo::load(&stage.app).await?);
        assert_eq!(stage.db().position().await?, position);
        let counts = [
            ("select count(*) from places", 14_149),
            ("select count(*) from classes", 2),
            ("select count(*) from sessions", 10),
            ("select count(*) from trainees where state = 'named' and class_id = (select id from classes where code = 'PT18')", 60),
            ("select count(*) from attendance", 300 + 1),
            ("select count(*) from difficulties where code like 'PT18-%'", 41),
            ("select count(*) from documents", 63),
        ];
        for (sql, expected) in counts {
            assert_eq!(stage.count(sql).await?, expected, "{sql}");
        }
        let shares = "select verdict, count(*) from difficulties where state = 'closed' and code like 'PT18-%' group by verdict order by verdict";
        let shares: Vec<(String, i64)> = stage.db().all(&Statement { name: "shares", sql: shares }, &[]).await?;
        assert!(shares.iter().any(|(verdict, n)| verdict == "resolved" && *n >= 20), "{shares:?}");
    }
);
