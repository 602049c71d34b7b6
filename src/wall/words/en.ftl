# The wall of a class
screen-title = Wall
screen-control = Turn the wall
screen-on = On the wall: { $x }
screen-is-on = On now
screen-open = Open the wall
screen-how = The wall of the class
screen-how-what = Open this page on the machine at the projector and press F to fill the screen. It follows the buttons here; keys 1 to 9 on that machine turn it too.
screen-lost = Connection lost: the last picture stays, trying again…
screen-door = The door
screen-door-what = QR code, and who has come by commune
screen-door-nothing = The class has no session yet
screen-question = The question
screen-question-what = What is asked now, with the votes
screen-question-nothing = There is no question yet
screen-opinions = Opinions
screen-opinions-what = The latest of the trainees
screen-opinions-nothing = No opinion yet. Send one from your phone.
screen-opinions-heading = The latest opinions
screen-board = Group board
screen-board-several = Group boards
screen-board-nothing = There is no board to show yet
screen-practice = Practice
screen-practice-several = Stories and practices
screen-practice-nothing = There is no practice to show yet
screen-queue = Difficulties waiting
screen-queue-what = The heaviest first, and each verdict
screen-queue-nothing = There is no difficulty yet
screen-queue-none = There is no difficulty yet
screen-queue-done = All { $n } difficulties have an advice
screen-queue-heading = { $x } of { $y } difficulties wait for an advice
screen-difficulty = Difficulty
screen-difficulty-several = Untangle one difficulty
screen-difficulty-nothing = There is no such difficulty
screen-result = The class in figures
screen-result-what = Attendance, difficulties, groups, practices
screen-result-nothing = There are no figures yet
screen-result-none = The class has raised no difficulty yet
screen-result-heading = { $x } difficulties raised, { $y } resolved
screen-blank = Name of the class
screen-blank-what = For the breaks
screen-blank-nothing = Nguồn
screen-session = Session { $x }: { $y }
screen-when = { $x }, { $y }
screen-closed = Closed
screen-votes = { $n ->
    [one] 1 person has voted
   *[other] { $n } people have voted
}
screen-answers = { $n ->
    [one] 1 opinion sent
   *[other] { $n } opinions sent
}
screen-unnamed = Unnamed
screen-heavy = (weighs on { $n })
screen-more = and { $n } more on the board
screen-more-difficulties = and { $n } more
screen-to-doors = Open or close the door of a session
screen-weight = { $n ->
    [one] 1 person has it
   *[other] { $n } people have it
}
screen-story = Local story
screen-before = Before
screen-after = After
screen-outcome = Result
screen-verdicts = Verdicts
screen-fell-resolved = { $x } resolved
screen-fell-partly = { $x } partly resolved
screen-fell-not = { $x } not resolved
screen-fell-no-longer = { $x } no longer needed
screen-waits = Waits for an expert
screen-by = Advice of { $x }
screen-resolved = { $n } resolved
screen-partly = { $n } partly
screen-rest = { $n } others
screen-came = of { $n } trainees have come
screen-escalated = difficulties escalated
screen-presented = groups have presented
screen-practices = stories and practices
