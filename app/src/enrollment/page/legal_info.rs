//! **Legal info**: under the profile, the way to change it for whoever enrolled, and whom to ask for others.

use leptos::prelude::*;
use tierline_core::{
    access::Action,
    enrollment::{Path, Step},
    permission::SubjectKind,
};

use crate::{
    context::{use_lang, use_session},
    data,
    enrollment::{api::enrollment, model::EnrollmentPage, words::steps as words},
    i18n::Lang,
    organization::page as profile,
    route,
    shell::load::loaded_part,
    ui::{Address, ButtonLink, Section},
};

/// The page.
#[component]
pub fn LegalInfoPage() -> impl IntoView {
    let lang = use_lang();
    let may = use_session().is_some_and(|session| session.may(Action::Enroll, SubjectKind::Own));
    let change = may.then(|| {
        let data = data::load(|| (), |()| enrollment());
        loaded_part(data, move |page| change(lang, &page))
    });
    view! { <profile::LegalInfo>{change}</profile::LegalInfo> }
}

fn change(lang: Lang, page: &EnrollmentPage) -> AnyView {
    let entered = page
        .begun
        .as_ref()
        .is_some_and(|begun| matches!(begun.enrollment.path, Path::New));
    if !entered {
        let ask = page.contact.clone();
        let ask = ask.map(|at| view! { " " <Address at=at/> });
        return view! { <p class="hint">{words::profile_kept(lang)} {ask}</p> }.into_any();
    }
    view! {
        <Section title=words::change_profile(lang) lead=words::profile_again(lang)>
            <div class="actions">
                <ButtonLink href=route::enroll_step(Step::LegalProfile.code())>
                    {words::change_profile(lang)}
                </ButtonLink>
            </div>
        </Section>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::{enrollment, *};

    use super::{super::tracker::tests::page, *};
    use crate::ui::tests::render;

    #[test]
    fn a_partner_that_enrolled_is_led_to_the_step() {
        let page = page(enrollment(&reseller()), day(2));
        let html = render(move || change(Lang::En, &page));
        assert!(html.contains("href=\"/enroll/legal-profile\""), "{html}");
        assert!(
            html.contains("the checks that depend on them start over"),
            "{html}"
        );
    }

    #[test]
    fn a_partner_that_the_operator_added_is_told_whom_to_ask() {
        let mut page = page(enrollment(&reseller()), day(2));
        page.begun = None;
        page.contact = Some("partners@contoso.example".to_owned());
        let html = render(move || change(Lang::En, &page));
        assert!(!html.contains("/enroll"), "{html}");
        assert!(
            html.contains("The program operator keeps this profile"),
            "{html}"
        );
        for part in ["partners@", "contoso.example"] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }
}
