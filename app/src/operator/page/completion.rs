//! What a partner is missing, entered by the operator.

use leptos::prelude::*;

use crate::{
    form::{FilledWith, Form, Posting, Submit},
    i18n::Lang,
    operator::{
        api::help::CompleteOrganization,
        model::OrganizationDetail,
        words::{self, help},
    },
    ui::{Dialog, Field, Section, TextArea},
};

/// **Enter data**, for partners.
pub(super) fn completion(
    lang: Lang,
    page: &OrganizationDetail,
    action: Posting<CompleteOrganization>,
) -> Option<AnyView> {
    let own = &page.organization;
    own.capabilities.is_partner().then_some(())?;
    let mpn = own.mpn.as_ref().map(ToString::to_string);
    let agreement = own.agreement.as_ref().map(|it| it.version.clone());
    let state = match (&mpn, &agreement) {
        (Some(_), Some(_)) => help::nothing_missing(lang),
        (None, Some(_)) => help::mpn_missing(lang),
        (Some(_), None) => help::agreement_missing(lang),
        (None, None) => help::both_missing(lang),
    };
    let (id, mark) = (own.id.to_string(), page.entry_mark.clone());
    let title = help::complete_named(lang, &own.name);
    Some(
        view! {
            <Section title=help::completion(lang) lead=state>
                <div class="actions">
                    <Dialog
                        id="complete"
                        opener=help::complete(lang)
                        look="quiet"
                        title=title
                        form="complete"
                    >
                        <p>{help::complete_what(lang)}</p>
                        <p>{help::complete_told(lang)}</p>
                        <Form action=action form="complete">
                            <input type="hidden" name="organization" value=id/>
                            <FilledWith mark=mark/>
                            <Field
                                name="mpn"
                                label=words::mpn(lang)
                                hint=help::mpn_counts(lang)
                                value=mpn.unwrap_or_default()
                                inputmode="numeric"
                                width="medium"
                                maxlength=10u32
                                optional=true
                            />
                            <Field
                                name="agreement"
                                label=help::agreement_version(lang)
                                hint=help::agreement_hint(lang)
                                value=agreement.unwrap_or_default()
                                width="medium"
                                maxlength=40u32
                                optional=true
                            />
                            <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                            <Submit>{help::complete(lang)}</Submit>
                        </Form>
                    </Dialog>
                </div>
            </Section>
        }
        .into_any(),
    )
}
