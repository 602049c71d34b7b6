# The evaluation of a class
evaluation-title = Evaluation of the class
evaluation-q-content = The content is close to what I do in my commune or district
evaluation-q-speakers = Speakers and experts were clear and easy to follow
evaluation-q-material = The material is easy to read and of use at home
evaluation-q-untangled = The difficulty I raised was answered clearly, with its legal basis
evaluation-q-groups = Group work was useful and everyone could speak
evaluation-q-time = Length and timetable were right
evaluation-q-organisation = The class was well organised: hall, board and lodging, contact
evaluation-q-apply = I can apply it at home at once
evaluation-short-content = content close to the work
evaluation-short-speakers = clear speakers
evaluation-short-material = material of use
evaluation-short-untangled = difficulties answered
evaluation-short-groups = group work
evaluation-short-time = length
evaluation-short-organisation = organisation
evaluation-short-apply = use at home
evaluation-open-useful = What was most useful to you?
evaluation-open-change = What was least useful, or should be done otherwise?
evaluation-open-next = What will I do in the next 30 days?
evaluation-told-useful = { $n ->
    [one] One remark on what was most useful
   *[other] { $n } remarks on what was most useful
}
evaluation-told-change = { $n ->
    [one] One remark on what should be done otherwise
   *[other] { $n } remarks on what should be done otherwise
}
evaluation-told-next = { $n ->
    [one] One thing that a trainee means to do in the next 30 days
   *[other] { $n } things that trainees mean to do in the next 30 days
}
evaluation-mark-5 = Quite true
evaluation-mark-4 = Mostly true
evaluation-mark-3 = Partly true
evaluation-mark-2 = Hardly true
evaluation-mark-1 = Not true
evaluation-scale = How true is each sentence for you? Choose from 1 (not true) to 5 (quite true).
evaluation-left-out = I raised no difficulty
evaluation-mark-missing = Choose a mark from 1 to 5
evaluation-words-long = Please write less: at most 1,000 letters each
evaluation-sheet-heading = What did the class do for you?
evaluation-sheet-status = 8 marks, 3 questions in your own words, about 3 minutes
evaluation-promise = This sheet bears no name, and nobody can join it to you.
evaluation-promise-how = Only that you have answered is noted, so that nobody answers twice. What you say is added to the sum as you send it: neither the organiser nor the administrator knows who chose or wrote what.
evaluation-words-warning = What you write is shown word for word. Do not write your name, your commune or anything by which you could be guessed.
evaluation-optional = (optional)
evaluation-once = Once sent it cannot be changed or taken back: nobody knows any more which sheet is yours.
evaluation-give = Send the sheet
evaluation-later = Later
evaluation-not-open = The evaluation is not open yet
evaluation-what = The organiser opens the evaluation in the last session. Each trainee can then give one sheet without a name.
evaluation-open-few = Open, with fewer than 5 sheets so far
evaluation-open-some = Open, with at least { $n } sheets so far
evaluation-open-what = The number is told in fives only, so that nobody can watch it and guess whose sheet came. Who has answered is not told to the organiser; remind the whole class, please.
evaluation-open-where = Trainees find it under My work or on the page of the class.
evaluation-open-others = Trainees are answering. The results come when the organiser closes the evaluation.
evaluation-early = The class lasts until { $x }. Better open the sheet in the last session.
evaluation-open-do = Open the evaluation
evaluation-open-again = Open it anew
evaluation-thanks = You have answered, thank you
evaluation-thanks-what = The results will be here when the organiser has closed the evaluation.
evaluation-closed = { $n ->
    [one] Closed with one sheet
   *[other] Closed with { $n } sheets
}
evaluation-closed-few = { $n ->
    [one] One sheet: too few to show what is in it
   *[other] { $n } sheets: too few to show what is in them
}
evaluation-few-why = With fewer than 5 sheets given by trainees themselves the writer is easily guessed, so the content was thrown away on closing and is kept nowhere.
evaluation-state-open = Open
evaluation-state-closed = Closed
evaluation-state-none = Not open
evaluation-see-results = See the results
evaluation-to-paper = Type in paper sheets
evaluation-close-title = Close it and see the results
evaluation-close-what = Once closed it takes no more sheets and is not opened again: two results side by side would tell the later sheet.
evaluation-close-few = Fewer than 5 sheets. Close it now and their content is thrown away, only their number stays.
evaluation-close-do = Close the evaluation
evaluation-secret-title = Why nobody knows whose sheet is whose
evaluation-secret-1 = No time, no order, no single sheet is kept: only one common sum.
evaluation-secret-2 = The list of who has answered lies apart, serves only that each answers once, and is erased on closing.
evaluation-secret-3 = Nobody sees any result before it is closed.
evaluation-secret-4 = Of fewer than 5 sheets nothing is shown; what was written stands in the order of the alphabet.
evaluation-back = Back to the class
evaluation-never-again = This evaluation is closed with a result and is not opened again: two results side by side would tell the later sheet.
evaluation-not-begun = The class has not begun. The evaluation can be opened when it is running or done.
evaluation-closed-now = The evaluation is not open and takes no sheets now.
evaluation-paper-title = Paper sheets
evaluation-paper-heading = Type in the paper sheets you have counted
evaluation-paper-what = Shuffle the sheets, count each mark of each question, and write the counts. Nobody asks whose they are. Who has answered on the phone hands in no paper.
evaluation-paper-number = Number of sheets
evaluation-paper-marks = For each question, how many sheets chose the mark. Empty is 0.
evaluation-paper-mark = Mark { $x }
evaluation-paper-words = Copy what was written, a line each; leave out names of persons and communes.
evaluation-paper-do = Take in these sheets
evaluation-paper-back = Cancel
evaluation-sheets-number = Write the number of sheets, from 1 to 300
evaluation-sheets-marks = The counts together must be no more than { $x } sheets
evaluation-sheets-figures = Write figures, or leave it empty
evaluation-sheets-many = The class has { $x } trainees; there cannot be more sheets
evaluation-results-title = Results of the evaluation
evaluation-results-heading = Highest: { $x } ({ $y } of 5); lowest: { $z } ({ $a } of 5)
evaluation-results-alike = Every question got { $x } of 5
evaluation-results-caption = { $x } of { $y } questions have a mean of 4 or more
evaluation-results-still-open = No results yet: still open
evaluation-results-wait = The results come when the organiser has closed the evaluation. Nobody sees any before.
evaluation-results-of = { $x } sheets, a class of { $y }
evaluation-results-papers = { $n ->
    [one] One on paper
   *[other] { $n } on paper
}
evaluation-results-marks = The marks
evaluation-results-source = A bar is a question, divided by how many sheets chose 5, 4, 3, 2, 1, from the left. On the right is the mean.
evaluation-results-figures = See the number of sheets for each mark
evaluation-results-question = Question
evaluation-results-mean = Mean
evaluation-results-unordered = In the order of the alphabet, word for word; who wrote it, and when, is not kept.
evaluation-count = mark { $x }: { $y } sheets
done-evaluation-given = Your sheet has been taken in.
done-evaluation-opened = The evaluation is open. Trainees can answer from now on.
done-evaluation-closed-now-done = The evaluation is closed.
done-evaluation-paper-taken = The paper sheets have been taken in.
