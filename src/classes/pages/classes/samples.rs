//! The class pages from invented values.

use super::{
    Class, ClassPage, Date, Filled, FormPage, Group, Invalid, ListPage, Mine, Next, Sample, SessionLine, Shell, State, call_title, draw,
    heading, here, lines, runner_next, sample_class,
};

pub(in crate::classes::pages) fn samples(s: &Shell) -> Vec<Sample> {
    let class = sample_class();
    let session = crate::classes::pages::sessions::sample_line();
    let seat = crate::classes::pages::seats::sample_seat();
    let show = |next: Next, overseer: bool, empty: bool| ClassPage {
        s: s.clone(),
        tone: "wait",
        next,
        here: here(&s.w, &Mine { ordinal: Some(1), at: Some(s.now), how: Some("door".into()), ..Mine::default() }),
        my_group: Some(("g".into(), "Nhóm 1".into())),
        sessions: if empty { Vec::new() } else { vec![crate::classes::pages::sessions::sample_line()] },
        days: 1,
        overseer,
        runs: overseer,
        call_title: call_title(&s.w, &if empty { Vec::new() } else { vec![seat.clone()] }, 1),
        seats: if empty { Vec::new() } else { vec![seat.clone()] },
        silent: if empty { Vec::new() } else { vec![seat.clone()] },
        named: 48,
        asked: 60,
        groups: if empty { Vec::new() } else { vec![Group { id: "g".into(), name: "Nhóm 1".into(), sort: 1, members: 15 }] },
        states: class.state().next(),
        address: "nguon.example".into(),
        class: class.clone(),
    };
    let f = Filled { invalid: Invalid::field("starts_on", "class-days-leave-session"), ..Filled::default() };
    let form = |new: bool| FormPage {
        s: s.clone(),
        f: f.clone(),
        kicker: class.project_name.clone(),
        to: "/".into(),
        back: "/".into(),
        new,
        provinces: [(s.w.t("class-provinces-old"), Vec::new()), (s.w.t("class-provinces-new"), Vec::new())].into(),
    };
    let came = |how: &str, state: &str| {
        let me = Mine { ordinal: Some(1), at: Some(s.now), how: Some(how.into()), state: Some(state.into()), ..Mine::default() };
        ClassPage { here: here(&s.w, &me), ..show(Next::Rest, false, false) }
    };
    let mut drawn = vec![
        draw("class-late", &came("door", "late")),
        draw("class-noted", &came("secretary", "present")),
        draw("class", &show(runner_next(&class, &[session], std::slice::from_ref(&seat), 1, 0, s.now.date()), true, false)),
        draw("class-trainee", &show(Next::Go("class-next-raise", "/".into()), false, false)),
        draw("class-empty", &show(Next::Rest, true, true)),
        draw("class-form-new", &FormPage { provinces: vec![(s.w.t("class-provinces-new"), Vec::new())], ..form(true) }),
        draw("class-form", &form(false)),
    ];
    for state in State::ALL {
        let class = Class { state: state.name().to_owned(), ..sample_class() };
        for (sessions, seats) in [(0, 0), (1, 0), (1, 1)] {
            let sessions: Vec<SessionLine> = (0..sessions).map(|_| crate::classes::pages::sessions::sample_line()).collect();
            let seats = vec![crate::classes::pages::seats::sample_seat(); seats];
            for (silent, groups, day) in
                [(1, 0, "2018-10-01"), (0, 0, "2018-10-01"), (0, 1, "2018-10-01"), (0, 1, "2018-10-16"), (0, 1, "2018-10-18")]
            {
                let Ok(day) = Date::from_iso(day) else { continue };
                let page = ClassPage {
                    next: runner_next(&class, &sessions, &seats, silent, groups, day),
                    states: state.next(),
                    ..show(Next::Rest, true, true)
                };
                drawn.push(draw("class-next", &ClassPage { class: class.clone(), ..page }));
            }
        }
        let lines = lines(vec![class], Vec::new());
        drawn.push(draw("classes", &ListPage { s: s.clone(), heading: heading(&s.w, &lines), lines, overseer: true, projects: true }));
    }
    let both = lines(vec![Class { state: "running".into(), ..sample_class() }, sample_class()], Vec::new());
    drawn.push(draw("classes", &ListPage { s: s.clone(), heading: heading(&s.w, &both), lines: both, overseer: false, projects: false }));
    drawn.push(draw(
        "classes-none",
        &ListPage { s: s.clone(), heading: heading(&s.w, &[]), lines: Vec::new(), overseer: false, projects: false },
    ));
    drawn
}
