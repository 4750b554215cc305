use crate::{
    Timestamp,
    refusal::{Fixer, NextStep, refusals},
};

refusals! {
    /// Rules of imports.
    pub enum Refusal:

    /// Another import of the same kind is not done yet.
    Open {
        /// The name of the user who began it.
        by: String,
        /// When that was.
        since: Timestamp,
    } = "import_open" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "an import that `{by}` began at {} isn't done yet", since.to_rfc3339();
    }

    /// The file is still being looked at, or is being applied.
    UnderWay = "import_under_way" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the import is under way";
    }

    /// The import was applied or discarded, or could not be applied.
    Over = "import_over" {
        fixer: Fixer::You,
        next: NextStep::Nothing,
        says: "the import is over";
    }

    /// The file is too large.
    TooLarge {
        /// The most megabytes.
        most_megabytes: u64,
    } = "import_too_large" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "a file has at most {most_megabytes} MB";
    }
}
