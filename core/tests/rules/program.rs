//! Program settings: who changes them, and what fits together.

use tierline_core::{
    Evolve as _, Refusal,
    program::{
        Command, Day, Event, Group, Holiday, MOST_HOLIDAYS, Program, ProgramFacts, Setting,
        Settings, Values, WorkingDays, decide, parse_holidays,
    },
    role::Role,
};

use crate::common::*;

fn attempt(
    program: Option<&Program>,
    command: &Command,
    role: Role,
) -> Result<Option<Event>, Refusal> {
    let operator = operator();
    let in_force = program.map_or_else(Settings::default, |it| it.in_force(&Settings::default()));
    let facts = ProgramFacts {
        operator: &operator,
        program,
        in_force: &in_force,
    };
    decide(facts, command, &actor(&operator, role), day(1))
}

fn set(group: Group, values: &[(Setting, &str)]) -> Command {
    let usual: Vec<(Setting, String)> = group
        .settings()
        .map(|setting| (setting, setting.usual().to_string()))
        .collect();
    let typed = |setting| {
        let said = values.iter().find(|(it, _)| *it == setting);
        let usual = usual.iter().find(|(it, _)| *it == setting);
        said.map_or_else(|| usual.unwrap().1.as_str(), |(_, text)| text)
    };
    Command::Set(Values::parse(group, typed).unwrap())
}

/// The settings after these commands, by a program admin.
fn after(commands: &[Command]) -> Program {
    let mut program = None;
    for command in commands {
        let event = attempt(program.as_ref(), command, Role::ProgramAdmin).unwrap();
        program = Program::evolve(id(90), program, &event.unwrap());
    }
    program.unwrap()
}

fn holidays(list: &str) -> Vec<Holiday> {
    parse_holidays(list).unwrap()
}

#[test]
fn only_program_admins_change_settings() {
    let command = set(Group::Quotas, &[(Setting::ResendMinutes, "10")]);
    assert!(attempt(None, &command, Role::ProgramAdmin).is_ok());
    let refusal = attempt(None, &command, Role::Reviewer).unwrap_err();
    assert_eq!(refusal.code(), "role_missing");
}

#[test]
fn what_is_set_again_is_no_change() {
    let same = set(Group::Retention, &[]);
    assert_eq!(attempt(None, &same, Role::ProgramAdmin), Ok(None));
    let longer = set(Group::Retention, &[(Setting::MailDays, "60")]);
    let program = after(std::slice::from_ref(&longer));
    assert_eq!(
        attempt(Some(&program), &longer, Role::ProgramAdmin),
        Ok(None)
    );
    let counts = program.in_force(&Settings::default());
    assert_eq!(counts.get(Setting::MailDays), 60);
    assert_eq!(counts.get(Setting::SignInDays), 90);
}

#[test]
fn numbers_that_lead_up_to_another_fit_it() {
    let code = |group, values: &[(Setting, &str)]| {
        let refused = attempt(None, &set(group, values), Role::ProgramAdmin);
        refused.map(drop).map_err(|refusal| refusal.code())
    };
    let late = [(Setting::AnswerFrom, "4"), (Setting::AnswerTo, "3")];
    assert_eq!(code(Group::Promises, &late), Err("setting_more_than"));
    let as_late = [(Setting::AnswerFrom, "3"), (Setting::AnswerTo, "3")];
    assert_eq!(code(Group::Promises, &as_late), Ok(()));
    let at_once = [(Setting::InvitationDays, "7"), (Setting::ReminderDays, "7")];
    assert_eq!(
        code(Group::Lifetimes, &at_once),
        Err("setting_not_less_than")
    );
    let before = [(Setting::InvitationDays, "8"), (Setting::ReminderDays, "7")];
    assert_eq!(code(Group::Lifetimes, &before), Ok(()));
}

#[test]
fn the_calendar_is_what_was_made_of_it() {
    let week = WorkingDays::of([Day::Sunday, Day::Monday]).unwrap();
    let program = after(&[
        Command::SetWorkingDays(week),
        Command::AddHolidays(holidays("2027-01-01\n2026-12-25,Christmas")),
        // Named anew.
        Command::AddHolidays(holidays("2027-01-01,New Year")),
        Command::RemoveHolidays(vec!["2026-12-25".parse().unwrap()]),
    ]);
    assert_eq!(program.holidays, holidays("2027-01-01,New Year"));
    let calendar = program.in_force(&Settings::default()).calendar;
    assert_eq!(calendar.working_days, week);
    assert!(!calendar.is_business_day("2027-01-01".parse().unwrap()));
    // A holiday that is not there is removed already, and one that is there is added already.
    for nothing in [
        Command::RemoveHolidays(vec!["2026-12-25".parse().unwrap()]),
        Command::AddHolidays(program.holidays.clone()),
        Command::SetWorkingDays(week),
    ] {
        assert_eq!(
            attempt(Some(&program), &nothing, Role::ProgramAdmin),
            Ok(None)
        );
    }
}

#[test]
fn a_calendar_has_so_many_holidays() {
    let first: chrono::NaiveDate = "2030-01-01".parse().unwrap();
    let days = first.iter_days().take(MOST_HOLIDAYS);
    let full: Vec<Holiday> = days.map(|day| Holiday { day, name: None }).collect();
    let program = after(&[Command::AddHolidays(full)]);
    let one_more = Command::AddHolidays(holidays("2029-12-31"));
    let refusal = attempt(Some(&program), &one_more, Role::ProgramAdmin).unwrap_err();
    assert_eq!(refusal.code(), "too_many_holidays");
    let renamed = Command::AddHolidays(holidays("2030-01-01,New Year"));
    assert!(attempt(Some(&program), &renamed, Role::ProgramAdmin).is_ok());
}
