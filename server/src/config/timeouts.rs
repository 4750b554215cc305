use std::time::Duration;

use super::{Flags, Problem};

/// The bounds of every database connection: none of them can keep others waiting for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// The most time for a statement. None: as long as it takes.
    pub statement: Option<Duration>,
    /// The most time for a statement to wait for what another transaction has locked.
    pub lock: Duration,
    /// The most time between two statements of a transaction.
    pub idle: Duration,
}

const LONGEST: u64 = 24 * 60 * 60;

/// A list that is sent as a file keeps its transaction while its client fetches a piece: for a minute.
const SHORTEST_IDLE: u64 = 70;

impl Timeouts {
    pub(super) fn check(flags: &Flags) -> Result<Timeouts, Vec<Problem>> {
        let statement = seconds(
            &flags.statement_timeout,
            1,
            "--statement-timeout (TIERLINE_STATEMENT_TIMEOUT)",
            "30",
        );
        let lock = seconds(
            &flags.lock_timeout,
            1,
            "--lock-timeout (TIERLINE_LOCK_TIMEOUT)",
            "10",
        );
        let idle = seconds(
            &flags.idle_timeout,
            SHORTEST_IDLE,
            "--idle-timeout (TIERLINE_IDLE_TIMEOUT)",
            "90",
        );
        match (statement, lock, idle) {
            (Ok(statement), Ok(lock), Ok(idle)) => Ok(Timeouts {
                statement: Some(statement),
                lock,
                idle,
            }),
            (statement, lock, idle) => Err([statement, lock, idle]
                .into_iter()
                .filter_map(Result::err)
                .collect()),
        }
    }

    /// The same for work that nobody waits for in a browser, such as comparing everything that is stored.
    #[must_use]
    pub fn for_long_work(self) -> Timeouts {
        Timeouts {
            statement: None,
            ..self
        }
    }
}

fn seconds(
    text: &str,
    least: u64,
    setting: &'static str,
    example: &'static str,
) -> Result<Duration, Problem> {
    text.parse()
        .ok()
        .filter(|seconds| (least..=LONGEST).contains(seconds))
        .map(Duration::from_secs)
        .ok_or_else(|| Problem {
            setting,
            wrong: format!("`{text}` isn't a number of seconds from {least} to {LONGEST}"),
            example,
        })
}
