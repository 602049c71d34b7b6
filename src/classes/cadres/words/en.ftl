# Core cadres
cadre = Core cadre
cadres-title = Core cadres
cadre-nominated = Nominated
cadre-confirmed = Confirmed
cadre-ended = Ended
cadre-nominate = Nominate
cadre-nominate-do = Nominate as core cadre
cadre-confirm-do = Confirm the core cadre
cadre-end = No longer a core cadre
cadre-end-do = End it
cadre-back = Cancel
cadre-reason = Why?
cadre-reason-hint = What was seen in class or at home: what they know well, how they present it, whom they have helped.
cadre-reason-short = Say more, at least 10 letters
cadre-reason-long = Please write less, at most 1,000 letters
cadre-fields = On which fields can they guide others?
cadre-fields-missing = Choose at least one field
cadre-already = Nominated already
cadre-class-not-begun = The class has not begun. Nominate when it is running or done.
cadre-form-heading = Nominate { $x } as core cadre
cadre-attended = attended { $x } of { $y } sessions
cadre-ending-heading = { $x } no longer a core cadre?
cadre-ending-what = The name stays in the list with the classes given, as ended. They may be nominated again.
cadre-why = Why?
cadre-ended-why = Ended: { $x }
cadre-out-of = Out of
cadre-by = Nominated by
cadre-fields-of = Fields
cadre-reason-of = Reason
cadre-gives-none = Has not given a class yet
cadre-gives-how = When they are named as a speaker in a session of a later class, it appears here.
cadre-gives = { $n ->
    [one] Gives one class
   *[other] Gives { $n } classes
}
cadre-session = Session { $x }: { $y }
cadre-session-came = { $n ->
    [one] { $x } (one came)
   *[other] { $x } ({ $n } came)
}
cadre-material = Material: { $x }
cadre-trained = { $n ->
    [one] has trained one person
   *[other] has trained { $n } people
}
cadre-trained-where = Trained in { $x }, by place
cadre-place = Place
cadre-people = People
cadre-learnt = Learnt in { $x } of { $y } sessions
cadre-taught-by = Speakers: { $x }
cadre-heading-none = { $x } has not given a class yet
cadre-heading-soon = { $n ->
    [one] { $x } is to speak in one class
   *[other] { $x } is to speak in { $n } classes
}
cadre-heading = { $n ->
    [one] { $x } has trained one person
   *[other] { $x } has trained { $n } people
}
cadre-tree-given = { $x }, sessions: { $y }
cadres-class-heading = { $n ->
    [one] One core cadre out of this class
   *[other] { $n } core cadres out of this class
}
cadres-class-none = No core cadre out of this class yet
cadres-what = A core cadre is a trainee who knows the matter well and goes on to teach in other classes. Organisers and experts nominate from the roster.
cadres-to-project = Core cadres of the whole project, and the classes they give
cadres-choose = Choose a trainee to nominate
cadres-nobody-came = Nobody has been marked present yet. Better nominate after the class.
cadres-choose-what = The number of sessions attended helps to choose who has learnt it all.
cadres-find = Find by name, commune or position
cadres-find-do = Find
cadres-nobody = No trainee matches.
cadres-name = Name
cadres-post = Position, place
cadres-attended = Sessions
cadres-none = No core cadre yet
cadres-heading = { $x } of { $y } core cadres have a class to give
cadres-heading-none-giving = { $n ->
    [one] One core cadre, with no class to give yet
   *[other] { $n } core cadres, none with a class to give yet
}
cadres-figure-active = core cadres at present
cadres-figure-giving = with a class to give
cadres-figure-classes = classes in which they speak
cadres-figure-trained = people trained by them
cadres-tree = Who learnt where, and gives which class
cadres-tree-title = { $n ->
    [one] One core cadre speaks in { $x }
   *[other] { $n } core cadres speak in { $x }
}
cadres-tree-none = { $n ->
    [one] One core cadre, not speaking anywhere yet
   *[other] { $n } core cadres, none speaking anywhere yet
}
cadres-tree-how = From the left: the class in which they learnt, the core cadre, the class they give. From the speakers of each session; below it stands in words.
cadres-key-good = Confirmed
cadres-key-part = A class they give, to come
cadres-key-given = A class they give, open or done
cadres-key-wait = Nominated
cadres-origin = { $n ->
    [one] One who learnt in { $x }
   *[other] { $n } who learnt in { $x }
}
cadres-origin-elsewhere = A class of another project.
cadres-lessons = Who taught them, with which material
cadres-lesson-came = { $x } of { $y } core cadres came
done-cadre-nominated = The nomination is kept.
done-cadre-confirmed = The core cadre is confirmed.
done-cadre-ended = It is ended.
