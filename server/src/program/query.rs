//! **Program settings**, and what of them everybody may know.

use tierline_app::{
    error::PortalError,
    portal::PortalResult,
    program::model::{LatestChange, Promised, SettingsPage, ShownValue},
};
use tierline_core::{
    access::{self, Action},
    program::Group,
};

use super::{command::values, store};
use crate::{
    account::store as accounts,
    activity::query::{self as timeline, Reader},
    mark,
    organization::query::{self as load, failed},
    pipeline::Read,
    settings::Setting,
    store::Hold,
};

/// The page.
pub(crate) async fn settings(read: &mut Read) -> PortalResult<SettingsPage> {
    let actor = read.actor()?;
    let operator = load::organization(read, actor.organization).await?;
    // Whoever has no part in running the program is not told what it is run by.
    if operator.capabilities.operator.is_none() {
        return Err(PortalError::NotFound);
    }
    access::authorize_on_program(&operator, &actor, Action::ViewProgramSettings)?;
    let in_force = read.settings().await?;
    let program = store::of_operator(read.db(), operator.id, Hold::Free)
        .await
        .map_err(failed)?
        .map(|stored| stored.value);
    let mut latest = Vec::new();
    for (group, change) in program.iter().flat_map(|it| &it.latest) {
        latest.push(LatestChange {
            group: *group,
            at: change.at,
            by: accounts::name_of(read.db(), change.by)
                .await
                .map_err(failed)?,
        });
    }
    let mut marks = Vec::new();
    for group in Group::ALL {
        let mark = match group {
            Group::WorkingDays => mark::of(&in_force.calendar.working_days),
            _ => mark::of(&values(&in_force, group)),
        };
        marks.push((group, mark.map_err(failed)?));
    }
    let timeline = match &program {
        Some(program) => {
            let reader = Reader::of(&operator, &actor, read.now());
            Some(timeline::of_objects(read.db(), &reader, &[program.id.into_uuid()]).await?)
        }
        None => None,
    };
    let is_set = |setting: &Setting| {
        let program = program.as_ref();
        program.is_some_and(|it| it.values.contains_key(setting))
    };
    Ok(SettingsPage {
        values: Setting::ALL
            .iter()
            .map(|setting| ShownValue {
                setting: *setting,
                value: in_force.get(*setting),
                is_set: is_set(setting),
            })
            .collect(),
        working_days: in_force.calendar.working_days,
        holidays: program.map(|it| it.holidays).unwrap_or_default(),
        latest,
        marks,
        may_change: access::authorize_on_program(&operator, &actor, Action::ManageProgramSettings)
            .map(drop),
        timeline,
    })
}

/// What whoever enrolls is promised.
pub(crate) async fn promised(read: &mut Read) -> PortalResult<Promised> {
    let settings = read.settings().await?;
    Ok(Promised {
        review_from: settings.get(Setting::ReviewFrom),
        review_to: settings.get(Setting::ReviewTo),
    })
}
