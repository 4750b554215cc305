//! What was found in a file.

use sha2::{Digest as _, Sha256};
use tierline_core::import::{Effect, Problem};

/// What becomes of a thing that the file is about, or a wrong line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line of the file; none for what the file lacks, or for the whole file.
    pub line: Option<u64>,
    pub effect: Effect,
    /// The thing, such as a product.
    pub subject: String,
    /// What of it.
    pub detail: String,
    pub before: Option<String>,
    pub after: Option<String>,
    pub problem: Option<Problem>,
}

impl Line {
    /// A wrong line, or, as line 0, the whole file.
    pub(crate) fn wrong(line: u64, problem: Problem) -> Line {
        Line {
            line: (line > 0).then_some(line),
            effect: Effect::Wrong,
            subject: String::new(),
            detail: String::new(),
            before: None,
            after: None,
            problem: Some(problem),
        }
    }
}

/// What was found in a file, compared with what is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// The lines that were read.
    pub lines: u64,
    pub added: u64,
    pub changed: u64,
    pub ended: u64,
    pub same: u64,
    /// Each change, and each wrong line.
    pub told: Vec<Line>,
}

impl Report {
    /// Of a file in which nothing could be compared.
    pub(crate) fn of_wrong(lines: u64, wrong: impl IntoIterator<Item = (u64, Problem)>) -> Report {
        let wrong = wrong.into_iter();
        Report {
            lines,
            told: wrong
                .map(|(line, problem)| Line::wrong(line, problem))
                .collect(),
            ..Report::default()
        }
    }

    /// The number of wrong lines; a line with two problems counts twice.
    pub(crate) fn wrong(&self) -> u64 {
        let wrong = self.told.iter().filter(|it| it.effect == Effect::Wrong);
        count(wrong.count())
    }

    /// The hash of everything that it tells.
    pub(crate) fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        for line in &self.told {
            let Line {
                line,
                effect,
                subject,
                detail,
                before,
                after,
                ..
            } = line;
            let told = format!("{line:?}\0{effect}\0{subject}\0{detail}\0{before:?}\0{after:?}\n");
            digest.update(told.as_bytes());
        }
        digest.finalize().into()
    }
}

/// A number of things.
pub(crate) fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}
