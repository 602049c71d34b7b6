//! A group's evening and its morning.

use super::super::line::mark;
use super::super::{board, boards_of};
use super::world::World;
use crate::classes::form_groups;
use crate::stage::hall::{deed, must};

crate::both!(a_group_writes_weighs_and_presents, stage, {
    let mut w = World::on(stage).await?;
    let path = w.board();
    let lines = format!("{path}/lines");
    let page = w.an.get(&path).await?;
    assert_eq!(page.status, 200, "{}", page.body);
    let sent = [("deed", page.deed()), ("section", "difficulty".to_owned()), ("text", "Vốn giao tháng 7".to_owned())];
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        let got = w.an.post(&lines, &sent).await?;
        assert!(got.to.contains("done=board-line-written"), "{}", got.to);
    }
    w.binh.post(&lines, &[("section", "difficulty"), ("text", "Mương hỏng 60 m")]).await?;
    w.secretary.post(&lines, &[("section", "story"), ("text", "Khu 3 góp công đắp tạm")]).await?;
    w.cuong.post(&lines, &[("section", "try"), ("text", "Lập tổ quản lý mương")]).await?;
    assert_eq!(stage.count("select count(*) from board_lines").await?, 4, "a form posted twice writes once");

    // Nothing to write, too long, no section: what was typed stays.
    let got = w.an.post(&lines, &[("section", "story"), ("text", " ")]).await?;
    assert_eq!(got.status, 422);
    let long = "dài ".repeat(200);
    let got = w.an.post(&lines, &[("section", "story"), ("text", &long)]).await?;
    assert!(got.status == 422 && got.body.contains("dài dài"), "{}", got.status);
    assert_eq!(w.an.post(&lines, &[("text", "không mục")]).await?.status, 422);

    // The heaviest first.
    let heavy = w.line(stage, "Mương hỏng 60 m").await?;
    for visitor in [&mut w.an, &mut w.cuong] {
        let got = visitor.post(&format!("{lines}/{heavy}/weight"), &[("presses", "yes")]).await?;
        assert_eq!(got.status, 303, "{}", got.body);
    }
    let light = w.line(stage, "Vốn giao tháng 7").await?;
    w.an.post(&format!("{lines}/{light}/weight"), &[("presses", "yes")]).await?;
    w.an.post(&format!("{lines}/{light}/weight"), &[("presses", "no")]).await?;
    let now = w.binh.get(&format!("{path}/now")).await?;
    let place = |text: &str| now.body.find(text).unwrap_or(usize::MAX);
    assert!(place("Mương hỏng 60 m") < place("Vốn giao tháng 7"), "{}", now.body);
    assert!(now.body.contains("2 người thấy nặng") && !now.body.contains("1 người thấy nặng"));
    assert!(!now.body.contains("name=\"deed\""), "what has not changed is not sent again");

    // Out of a line a difficulty is raised, and the line says so.
    let form =
        w.an.get(&format!("/classes/{}/difficulties/new?line={heavy}&text=M%C6%B0%C6%A1ng%20h%E1%BB%8Fng%2060%20m", w.class)).await?;
    assert!(form.body.contains("Mương hỏng 60 m</textarea>") && form.body.contains(&heavy), "{}", form.body);
    let raised = [("field", "maintenance"), ("text", "Mương hỏng 60 m"), ("line", heavy.as_str())];
    let got = w.an.post(&format!("/classes/{}/difficulties", w.class), &raised).await?;
    assert!(got.to.starts_with("/difficulties/"), "{} {}", got.status, got.body);
    assert!(w.binh.get(&path).await?.body.contains("Đã nêu thành vướng mắc"));

    // A rapporteur of the group, who presents.
    let (an, dung) = (w.persons[0].clone(), w.persons[3].clone());
    let rapporteur = format!("{path}/rapporteur");
    assert_eq!(w.binh.post(&rapporteur, &[("rapporteur", &dung)]).await?.status, 422);
    assert_eq!(w.binh.post(&rapporteur, &[("rapporteur", &an)]).await?.status, 303);
    let presentation = format!("{path}/presentation");
    assert_eq!(w.binh.post(&presentation, &[("summary", "Không phải tôi")]).await?.status, 403);
    assert_eq!(w.binh.get(&presentation).await?.to, path);
    assert_eq!(w.an.get(&presentation).await?.status, 200);
    assert_eq!(w.an.post(&presentation, &[("summary", "")]).await?.status, 422);
    assert_eq!(w.an.post(&presentation, &[("summary", "Nhóm lập tổ quản lý mương trước mùa mưa.")]).await?.status, 303);

    // It stands as it is; who was typing keeps the text on the page; the class reads it.
    let late = w.binh.post(&lines, &[("section", "story"), ("text", "Dòng đến muộn")]).await?;
    assert!(late.status == 422 && late.body.contains("Dòng đến muộn"), "{}", late.body);
    assert_eq!(w.binh.post(&format!("{lines}/{heavy}/removal"), &[("from", &mark("Mương hỏng 60 m"))]).await?.status, 422);
    for visitor in [&mut w.dung, &mut w.expert, &mut w.sponsor] {
        let got = visitor.get(&presentation).await?;
        assert!(got.body.contains("Nhóm lập tổ quản lý mương") && got.body.contains("Khu 3 góp công"), "{}", got.body);
        assert!(!got.body.contains("reopening"));
    }
    assert_eq!(w.an.post(&format!("{path}/reopening"), &[]).await?.status, 403);
    assert_eq!(w.secretary.post(&format!("{path}/reopening"), &[]).await?.status, 303);
    assert_eq!(w.secretary.post(&format!("{path}/reopening"), &[]).await?.status, 422);
    assert_eq!(w.binh.post(&lines, &[("section", "story"), ("text", "Dòng đến sau")]).await?.status, 303);

    // The board outlives its group.
    let wanted = vec![("Nhóm mới".to_owned(), w.trainees.clone())];
    must(form_groups(stage.db(), &w.keeper, deed(stage), &w.class, true, wanted).await)?;
    let got = w.dung.get(&path).await?;
    assert!(got.body.contains("Cụm 5 – Yên Lập") && got.body.contains("Nhóm đã chia lại"), "{}", got.body);
    assert_eq!(boards_of(stage.db(), &w.class).await?.len(), 2);
    assert_eq!(w.an.post(&lines, &[("section", "story"), ("text", "Không còn nhóm")]).await?.status, 403);
});

crate::both!(two_people_change_one_line, stage, {
    let mut w = World::on(stage).await?;
    let path = w.board();
    w.an.post(&format!("{path}/lines"), &[("section", "difficulty"), ("text", "Vốn giao muộn")]).await?;
    let line = w.line(stage, "Vốn giao muộn").await?;
    let edit = format!("{path}/lines/{line}");
    let from = mark("Vốn giao muộn");
    assert!(w.an.get(&edit).await?.body.contains(&from));
    let change = |text: &'static str| [("text", text), ("from", from.as_str())];
    assert!(w.an.post(&edit, &change("Vốn giao tháng 7")).await?.to.contains("board-line-changed"));
    assert!(w.cuong.post(&edit, &change("Vốn giao tháng 7")).await?.to.contains("board-line-changed"), "the same is no conflict");
    assert!(w.binh.post(&edit, &change("Vốn giao giữa năm")).await?.to.contains("board-line-apart"));
    let now = w.cuong.get(&format!("{path}/now")).await?;
    assert!(now.body.contains("Vốn giao tháng 7") && now.body.contains("Vốn giao giữa năm") && now.body.contains("Đinh Thị Bình"));
    assert_eq!(boards_of(stage.db(), &w.class).await?[0].conflicts, 1);
    assert!(!w.dung.get(&path).await?.body.contains("name=\"keep\""), "another group reads");

    // A removal of words that are no longer there removes nothing; one of the present ones does; a change brings it back.
    assert!(w.cuong.post(&format!("{edit}/removal"), &[("from", &from)]).await?.to.contains("board-line-stays"));
    let present = mark("Vốn giao tháng 7");
    assert!(w.cuong.post(&format!("{edit}/removal"), &[("from", &present)]).await?.to.contains("board-line-removed"));
    assert!(w.an.get(&format!("{path}/removed")).await?.body.contains("Vốn giao tháng 7"));
    assert!(w.an.post(&edit, &[("text", "Vốn giao tháng 7, tháng 8"), ("from", &present)]).await?.to.contains("board-line-changed"));
    assert!(w.an.get(&format!("{path}/now")).await?.body.contains("Vốn giao tháng 7, tháng 8"));
    let present = mark("Vốn giao tháng 7, tháng 8");
    w.an.post(&format!("{edit}/removal"), &[("from", &present)]).await?;
    w.binh.post(&format!("{edit}/return"), &[]).await?;

    // Both are kept; a second choice changes nothing.
    let conflict = now.between("/board/conflicts/", "\"");
    let settle = format!("{path}/conflicts/{conflict}");
    assert_eq!(w.dung.post(&settle, &[("keep", "both"), ("from", &present)]).await?.status, 403);
    assert_eq!(w.an.post(&settle, &[("keep", "both"), ("from", &present)]).await?.status, 303);
    assert_eq!(w.binh.post(&settle, &[("keep", "other"), ("from", &present)]).await?.status, 303);
    let board = board(stage.db(), &w.groups[0]).await?.unwrap();
    let mut texts: Vec<&str> = board.lines.iter().map(|it| it.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Vốn giao giữa năm", "Vốn giao tháng 7, tháng 8"]);

    // The other takes its place only if the standing one is what was seen.
    w.cuong.post(&edit, &[("text", "Bản của Cường"), ("from", &from)]).await?;
    let conflict = w.an.get(&format!("{path}/now")).await?.between("/board/conflicts/", "\"");
    w.an.post(&format!("{path}/conflicts/{conflict}"), &[("keep", "other"), ("from", &from)]).await?;
    assert_eq!(crate::discussion::boards::board(stage.db(), &w.groups[0]).await?.unwrap().lines.len(), 3);
    w.binh.post(&edit, &[("text", "Bản của Bình"), ("from", &from)]).await?;
    let conflict = w.an.get(&format!("{path}/now")).await?.between("/board/conflicts/", "\"");
    w.an.post(&format!("{path}/conflicts/{conflict}"), &[("keep", "other"), ("from", &present)]).await?;
    let board = crate::discussion::boards::board(stage.db(), &w.groups[0]).await?.unwrap();
    assert!(board.lines.iter().any(|it| it.text == "Bản của Bình" && it.id == line), "{board:?}");
});

crate::both!(who_comes_to_a_board, stage, {
    let mut w = World::on(stage).await?;
    let path = w.board();
    w.an.post(&format!("{path}/lines"), &[("section", "difficulty"), ("text", "Vốn giao muộn")]).await?;
    let line = w.line(stage, "Vốn giao muộn").await?;
    let (edit, class) = (format!("{path}/lines/{line}"), w.class.clone());
    let write = format!("{path}/lines");
    let fields = [("section", "story"), ("text", "Một câu chuyện")];
    for (name, visitor, read, writes, weighs) in [
        ("member", &mut w.an, 200, 303, 303),
        ("other group", &mut w.dung, 200, 403, 403),
        ("organiser", &mut w.secretary, 200, 303, 403),
        ("expert", &mut w.expert, 200, 403, 403),
        ("sponsor", &mut w.sponsor, 200, 403, 403),
        ("stranger", &mut w.stranger, 404, 404, 404),
    ] {
        assert_eq!(visitor.get(&path).await?.status, read, "{name}");
        assert_eq!(visitor.get(&format!("{path}/now")).await?.status, read, "{name}");
        assert_eq!(visitor.get(&format!("/classes/{class}/boards")).await?.status, read, "{name}");
        assert_eq!(visitor.post(&write, &fields).await?.status, writes, "{name} writes");
        let edits = if writes == 303 { 200 } else { writes };
        assert_eq!(visitor.get(&edit).await?.status, edits, "{name} edits");
        assert_eq!(visitor.post(&format!("{edit}/weight"), &[("presses", "yes")]).await?.status, weighs, "{name} weighs");
    }
    assert_eq!(stage.guest().get(&path).await?.status, 403);
    assert_eq!(w.an.get("/groups/0166752b-1234-7000-8000-000000000000/board").await?.status, 404);
    // A line of one board is not found on another.
    let elsewhere = format!("/groups/{}/board/lines/{line}", w.groups[1]);
    assert_eq!(w.dung.get(&elsewhere).await?.status, 404);
    assert_eq!(w.dung.post(&format!("{elsewhere}/removal"), &[("from", &mark("Vốn giao muộn"))]).await?.status, 404);
});

crate::both!(a_board_takes_as_many_queries_with_many_lines, stage, {
    let mut w = World::on(stage).await?;
    let path = w.board();
    let list = format!("/classes/{}/boards", w.class);
    let before = (w.an.get(&path).await?.queries, w.an.get(&format!("{path}/now")).await?.queries, w.an.get(&list).await?.queries);
    for n in 0..12 {
        let text = format!("Dòng {n}");
        w.an.post(&format!("{path}/lines"), &[("section", "difficulty"), ("text", &text)]).await?;
    }
    let after = (w.an.get(&path).await?.queries, w.an.get(&format!("{path}/now")).await?.queries, w.an.get(&list).await?.queries);
    assert_eq!(before, after);
    assert!(after.0 <= 9 && after.1 <= 5 && after.2 <= 4, "{after:?}");
});
