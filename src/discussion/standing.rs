//! Who may do what in a session's discussion. Pure.

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Puts a question to the hall, or a poll.
    Ask,
    /// Closes a question.
    Close,
    Vote,
    Say,
    /// Takes back an opinion: one's own.
    Withdraw,
    /// Hides another's opinion.
    Hide,
    /// Marks a clause as not clear.
    Mark,
    /// Reads what was noted with the marks. Counts are for everyone who sees the class.
    ReadNotes,
    /// Raises a difficulty out of an opinion of a trainee.
    Raise,
    /// Knows who said what was said anonymously.
    KnowWho,
}

impl Verb {
    pub const ALL: [Self; 10] = [
        Self::Ask,
        Self::Close,
        Self::Vote,
        Self::Say,
        Self::Withdraw,
        Self::Hide,
        Self::Mark,
        Self::ReadNotes,
        Self::Raise,
        Self::KnowWho,
    ];
}

/// What the asker is to a session and to the opinion in question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one person can be several of these at once")]
pub struct Standing {
    /// Runs the class: organisers (the secretary is one) and administrators.
    pub runs: bool,
    /// An expert of the class.
    pub expert: bool,
    /// Speaks in the session.
    pub speaks: bool,
    /// A trainee of the class, named for a place.
    pub trainee: bool,
    /// Said the opinion.
    pub author: bool,
}

impl Standing {
    /// Leads the discussion: runs the class, advises in it or speaks in the session.
    #[must_use]
    pub fn leads(self) -> bool {
        self.runs || self.expert || self.speaks
    }
}

/// May this be done? `on`: the class is neither done nor cancelled; afterwards its discussion is a record.
#[must_use]
pub fn may(verb: Verb, who: Standing, on: bool) -> bool {
    is_theirs(verb, who) && (on || !matches!(verb, Verb::Ask | Verb::Close | Verb::Vote | Verb::Say | Verb::Mark))
}

/// Whether such a thing is for somebody like this to do at all.
#[must_use]
pub fn is_theirs(verb: Verb, who: Standing) -> bool {
    match verb {
        Verb::Ask | Verb::Close | Verb::ReadNotes => who.leads(),
        Verb::Vote | Verb::Mark => who.trainee,
        Verb::Say => who.trainee || who.leads(),
        Verb::Withdraw => who.author,
        Verb::Hide => who.runs,
        // As of a difficulty: one who only speaks in the session learns no name.
        Verb::Raise | Verb::KnowWho => who.author || who.runs || who.expert,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table: organiser, expert, speaker of another office, trainee, author among the trainees, sponsor.
    const TABLE: [(Verb, [bool; 6]); 10] = [
        (Verb::Ask, [true, true, true, false, false, false]),
        (Verb::Close, [true, true, true, false, false, false]),
        (Verb::Vote, [false, false, false, true, true, false]),
        (Verb::Say, [true, true, true, true, true, false]),
        (Verb::Withdraw, [false, false, false, false, true, false]),
        (Verb::Hide, [true, false, false, false, false, false]),
        (Verb::Mark, [false, false, false, true, true, false]),
        (Verb::ReadNotes, [true, true, true, false, false, false]),
        (Verb::Raise, [true, true, false, false, true, false]),
        (Verb::KnowWho, [true, true, false, false, true, false]),
    ];

    #[test]
    fn who_may() {
        let none = Standing::default();
        let people = [
            Standing { runs: true, ..none },
            Standing { expert: true, ..none },
            Standing { speaks: true, ..none },
            Standing { trainee: true, ..none },
            Standing { trainee: true, author: true, ..none },
            none,
        ];
        assert!(Verb::ALL.into_iter().zip(TABLE).all(|(verb, row)| verb == row.0), "every verb has its row");
        for (verb, row) in TABLE {
            for (who, is) in people.into_iter().zip(row) {
                assert_eq!(may(verb, who, true), is, "{verb:?} {who:?}");
            }
        }
    }

    #[test]
    fn afterwards_it_is_a_record() {
        let all = Standing { runs: true, expert: true, speaks: true, trainee: true, author: true };
        let still: Vec<Verb> = Verb::ALL.into_iter().filter(|it| may(*it, all, false)).collect();
        assert_eq!(still, [Verb::Withdraw, Verb::Hide, Verb::ReadNotes, Verb::Raise, Verb::KnowWho]);
    }
}
