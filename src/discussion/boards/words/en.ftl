# Boards of groups
board-story = Story
board-difficulty = Difficulty
board-try = We will try
board-story-lines = { $n ->
    [0] Stories
   *[other] Stories ({ $n })
}
board-difficulty-lines = { $n ->
    [0] Difficulties
   *[other] Difficulties ({ $n }), heaviest first
}
board-try-lines = { $n ->
    [0] What we will try
   *[other] What we will try ({ $n })
}
board-story-none = No story yet. Tell something that happened in your commune: what, where, and how it ended.
board-difficulty-none = No difficulty yet. One line for each, so that the group can weigh it.
board-try-none = Nothing yet. Write what the group will try: who, and by when.
board-title = Group board: { $x }
board-heading = The board of { $x }
board-section = Write under
board-section-missing = Choose where it belongs: story, difficulty, or what you will try.
board-line = Text
board-line-hint = One thought a line. Several phones write at once, and no line is lost.
board-line-missing = Write the text of this line.
board-line-long = The text has { $x } characters, at most { $y }. Shorten it, or make several lines of it.
board-write = Write on the board
board-draft-restored = What you had begun to write is back.
board-draft-discard = Discard it
board-draft-offline = You are offline. Go on writing: the text is kept on this device.
board-lost = Connection lost, trying again…
board-reload = Reload the board
board-state-open = Being written
board-state-empty = Empty
board-state-presented = Presented
board-is-presented = The group has presented; the board can no longer be changed. Ask an organiser to open it again.
board-is-open = This board is open and has not been presented.
board-group-gone = The groups were formed anew; the board stays
board-result = The group's result
board-to-result = See the result
board-present = Present the group's result
board-apart = Two people changed this line at once. Which one does the group keep?
board-keep-this = Keep the upper one
board-keep-other = Keep the lower one
board-keep-both = Keep both
board-weight = { $n ->
    [one] weighs on 1 person
   *[other] weighs on { $n } people
}
board-press = It weighs on me
board-press-off = It does not, after all
board-changed-by = changed by { $x }
board-change = Change
board-change-this = Change the line: { $x }
board-became = Raised as a difficulty
board-raise = Raise it, so that an expert answers
board-removed = { $n ->
    [one] 1 line removed
   *[other] { $n } lines removed
}
board-removed-title = Removed lines
board-bring-back = Bring back
board-line-title = Change a line of the board
board-line-together = If somebody changes this line at the same time, both texts are kept for the group to choose.
board-line-save = Save
board-remove = Remove this line
board-remove-what = A removed line is kept and can be brought back.
board-back = Back to the board
board-rapporteur = The group's rapporteur
board-rapporteur-who = Who presents for the group?
board-rapporteur-do = Choose the rapporteur
board-rapporteur-none = No rapporteur yet
board-rapporteur-is = Rapporteur: { $x }
board-rapporteur-missing = Choose somebody of the group.
board-present-title = Present the result: { $x }
board-present-heading = The group presents its result
board-present-apart = { $n ->
    [one] One line still has two texts. Better choose before presenting.
   *[other] { $n } lines still have two texts. Better choose before presenting.
}
board-present-then = Once presented, the board stays as it is and the class can read it. An organiser can open it again.
board-present-do = Present
board-summary = The group's result in one paragraph
board-summary-hint = What the story taught, the heaviest difficulty, what comes first. Three to five sentences.
board-summary-missing = Write the group's result in a few sentences.
board-result-title = Result: { $x }
board-result-heading = The result of { $x }
board-presented-in = Presented in session { $x }
board-to-boards = The boards of the groups
board-reopen = Open the board again
done-board-line-written = Written on the board.
done-board-line-changed = The line is changed.
done-board-line-apart = Somebody changed this line just before you. Both texts are kept at the top of the board for the group to choose.
done-board-line-removed = The line is removed. At the end of the board it can be brought back.
done-board-line-stays = Somebody has just written on this line, so it stays.
done-board-line-returned = The line is back on the board.
done-board-settled = Chosen.
done-board-rapporteur = The rapporteur is chosen.
done-board-presented = The group has presented. The class can read this page.
done-board-reopened = The board is open again.

boards-crumb = Group boards
boards-none = There are no groups yet
boards-none-why = Once the organisers form groups, each has a board here.
boards-form-groups = Form groups
boards-empty = { $n } groups, none has written yet
boards-written = { $x } of { $y } groups are writing
boards-presented = { $x } of { $y } groups have presented
boards-all-presented = All { $n } groups have presented
boards-to-mine = To my group's board
boards-mine = Your group
boards-members = { $n ->
    [one] 1 person
   *[other] { $n } people
}
boards-stories = { $n ->
    [one] 1 story
   *[other] { $n } stories
}
boards-difficulties = { $n ->
    [one] 1 difficulty
   *[other] { $n } difficulties
}
boards-tries = { $n ->
    [one] 1 thing to try
   *[other] { $n } things to try
}
boards-conflicts = { $n ->
    [one] 1 line waits for the group to choose
   *[other] { $n } lines wait for the group to choose
}
