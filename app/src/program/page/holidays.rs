//! More holidays: one day, or a list that is pasted or comes as a file.

use crate::{
    context::use_lang,
    form::{Form, Posting, Submit, UploadForm},
    program::{
        api::{AddHoliday, AddHolidays},
        model::{LONGEST_LIST, SettingsPage},
        words,
    },
    route,
    ui::{ButtonLink, Field, FileField, Section, TextArea, words as ui},
};
use leptos::{prelude::*, server_fn::ServerFn as _};

/// The action behind the form of one day. A list with a file is sent by the browser itself.
pub(super) type HolidayAction = Posting<AddHoliday>;

/// The files that a browser offers first.
const ACCEPT: &str = ".csv,.ics,.txt,text/csv,text/calendar,text/plain";

/// One day, or a list.
pub(super) fn add(page: &SettingsPage, action: HolidayAction) -> AnyView {
    let lang = use_lang();
    if page.may_change.is_err() {
        return ().into_any();
    }
    view! {
        <Section title=words::add_one(lang)>
            <Form action=action form="holiday">
                <Field name="day" kind="date" label=words::day(lang) width="medium"/>
                <Field name="name" label=words::name_of_day(lang) optional=true maxlength=80u32/>
                <div class="actions">
                    <Submit>{words::add(lang)}</Submit>
                </div>
            </Form>
        </Section>
        <Section title=words::add_several(lang)>
            <UploadForm path=AddHolidays::PATH form="holidays">
                <TextArea
                    name="list"
                    label=words::list(lang)
                    hint=words::list_hint(lang)
                    optional=true
                    maxlength=LONGEST_LIST
                />
                <FileField
                    name="list_file"
                    label=words::file(lang)
                    hint=words::file_hint(lang)
                    accept=ACCEPT
                    optional=true
                />
                <div class="actions">
                    <Submit look="quiet">{words::add_all(lang)}</Submit>
                    <ButtonLink href=route::PROGRAM_CALENDAR look="plain">{ui::cancel(lang)}</ButtonLink>
                </div>
            </UploadForm>
        </Section>
    }
    .into_any()
}
