//! The legal business profile.

use leptos::prelude::*;
use tierline_core::enrollment::{State, Step, may_correct_country};

use super::{buttons, step_page};
use crate::{
    account::page::countries,
    enrollment::{
        api::{CorrectCountry, EnterLegalProfile},
        model::{Begun, EnrollmentPage},
        words::steps as words,
    },
    form::{FilledWith, Form, Posting, Submit, changes::changes},
    i18n::{Lang, market},
    refusal::RefusedBy,
    ui::{Dialog, Fact, FactStrip, Field, Select, TextArea},
};

/// The page at `/enroll/legal-profile`.
#[component]
pub fn LegalProfilePage() -> impl IntoView {
    let action = Posting::<EnterLegalProfile>::new();
    let correct = Posting::<CorrectCountry>::new();
    step_page(
        Step::LegalProfile,
        changes(correct).into(),
        move |lang, page, begun| content(lang, &page, &begun, (action, correct)),
    )
}

fn content(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    (action, correct): (Posting<EnterLegalProfile>, Posting<CorrectCountry>),
) -> AnyView {
    let profile = begun.enrollment.draft.profile.as_ref();
    let name = profile.map_or(&page.organization.name, |it| &it.name);
    let lines: Vec<&str> = profile
        .iter()
        .flat_map(|it| &it.address)
        .map(|line| line.as_str())
        .collect();
    let website = profile.and_then(|it| it.website.as_ref());
    let (name, address) = (name.to_string(), lines.join("\n"));
    let website = website.map(ToString::to_string).unwrap_or_default();
    let country = market::country(lang, page.organization.country);
    let again = (begun.enrollment.state != State::Draft)
        .then(|| view! { <p>{words::profile_again(lang)}</p> });
    let correcting = correcting(lang, page, begun, correct);
    let (mark, buttons) = (
        begun.marks.profile.clone(),
        buttons(lang, begun, Step::LegalProfile),
    );
    view! {
        <p>{words::profile_lead(lang)}</p>
        {again}
        <FactStrip>
            <Fact label=words::country(lang)>{country}</Fact>
        </FactStrip>
        <div class="actions">{correcting}</div>
        <Form action=action form="legal-profile">
            <FilledWith mark=mark/>
            <Field
                name="name"
                label=words::name(lang)
                value=name
                autocomplete="organization"
                maxlength=120u32
            />
            <TextArea
                name="address"
                label=words::address(lang)
                hint=words::address_hint(lang)
                value=address
                rows=4
                maxlength=1000u32
            />
            <Field
                name="website"
                kind="url"
                label=words::website(lang)
                value=website
                autocomplete="url"
                optional=true
                maxlength=300u32
            />
            {buttons}
        </Form>
    }
    .into_any()
}

/// **Correct the country**: a wrong one would refuse every MPN ID of the company.
fn correcting(
    lang: Lang,
    page: &EnrollmentPage,
    begun: &Begun,
    action: Posting<CorrectCountry>,
) -> AnyView {
    let label = words::correct_country(lang);
    if let Err(refusal) = may_correct_country(&begun.enrollment, &page.organization) {
        return view! { <RefusedBy label=label refusal=refusal.into() id="why-correct-country"/> }
            .into_any();
    }
    let country = page.organization.country.code();
    view! {
        <Dialog id="correct-country" opener=label look="quiet" title=label form="correct-country">
            <p>{words::correct_country_lead(lang)}</p>
            <Form action=action form="correct-country">
                <Select
                    name="country"
                    label=words::country(lang)
                    options=countries(lang, |_| true)
                    value=country
                />
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{organization::Organization, testing::*};

    use super::{super::super::tracker::tests::page, *};
    use crate::ui::tests::render;

    fn shown(page: EnrollmentPage) -> String {
        render(move || {
            let begun = page.begun.as_ref();
            begun.map(|begun| correcting(Lang::En, &page, begun, Posting::new()))
        })
    }

    #[test]
    fn the_country_is_corrected_in_a_draft_only() {
        let bare = Organization {
            mpn: None,
            ..reseller()
        };
        let mut draft = page(draft_enrollment(&bare), day(1));
        draft.organization = bare;
        let html = shown(draft);
        assert!(html.contains("/api/correct-country"), "{html}");
        let html = shown(page(enrollment(&reseller()), day(2)));
        assert!(!html.contains("/api/correct-country"), "{html}");
        assert!(html.contains("only before you select Enroll now"), "{html}");
    }
}
