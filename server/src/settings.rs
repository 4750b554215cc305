//! What counts of the program's settings: what the operator has set, and of the rest what the server was started with.
//!
//! It is read whenever it is needed, so that a change counts at once, on every server.

use sqlx::{PgConnection, PgExecutor, types::Json};
use tierline_core::program::Program;
pub(crate) use tierline_core::program::{Setting, Settings};

use crate::config::Config;

/// What counts where nobody has set anything: the options of the command line, and what is usual.
pub(crate) fn started_with(config: &Config) -> Settings {
    let number = |it: i64| u32::try_from(it).unwrap_or(u32::MAX);
    Settings::default()
        .with(
            Setting::ResendMinutes,
            number(config.sending.between.num_minutes()),
        )
        .with(Setting::InvitationsADay, config.sending.a_day)
        .with(Setting::MailDays, number(config.mail.kept.num_days()))
        .with(Setting::Reviewers, 1 + u32::from(config.second_reviewer))
}

/// What counts.
pub(crate) async fn in_force(
    db: &mut PgConnection,
    config: &Config,
) -> Result<Settings, sqlx::Error> {
    Ok(counted(set(db).await?.as_ref(), &started_with(config)))
}

/// The same of settings for which there is no option.
pub(crate) async fn without_options(
    executor: impl PgExecutor<'_>,
) -> Result<Settings, sqlx::Error> {
    Ok(counted(set(executor).await?.as_ref(), &Settings::default()))
}

fn counted(program: Option<&Program>, started: &Settings) -> Settings {
    program.map_or_else(|| started.clone(), |it| it.in_force(started))
}

async fn set(executor: impl PgExecutor<'_>) -> Result<Option<Program>, sqlx::Error> {
    let body = sqlx::query_scalar!(r#"select body as "body: Json<Program>" from program_settings"#)
        .fetch_optional(executor)
        .await?;
    Ok(body.map(|body| body.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::config;

    #[test]
    fn options_count_until_something_is_set() {
        let started = started_with(&config(&[
            "--resend-minutes",
            "0",
            "--invitations-a-day",
            "20",
            "--mail-days",
            "7",
            "--second-reviewer",
        ]));
        let number = |setting| started.get(setting);
        assert_eq!(number(Setting::ResendMinutes), 0);
        assert_eq!(number(Setting::InvitationsADay), 20);
        assert_eq!(number(Setting::MailDays), 7);
        assert_eq!(number(Setting::Reviewers), 2);
        // Tests send mails again at once.
        let usual = usual().with(Setting::ResendMinutes, 0);
        assert_eq!(started_with(&config(&[])), usual);
    }

    /// What is usual is what the options say of themselves.
    fn usual() -> Settings {
        [
            Setting::ResendMinutes,
            Setting::InvitationsADay,
            Setting::MailDays,
            Setting::Reviewers,
        ]
        .into_iter()
        .fold(Settings::default(), |all, it| all.with(it, it.usual()))
    }
}
