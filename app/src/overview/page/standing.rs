//! What stands in the way of a partner's new business for now, and what the operator has planned for it: above
//! everything else, because nothing else on the page says it.

use leptos::prelude::*;
use tierline_core::organization::{Capability, Organization, SuspendedBy};

use crate::{
    i18n::{Lang, date},
    overview::words,
    route,
    ui::{Notice, Tone},
};

/// The notices for this organization.
pub(super) fn standing(lang: Lang, organization: &Organization) -> impl IntoView + use<> {
    (
        suspended(lang, organization),
        location(lang, organization),
        marked(lang, organization),
    )
}

/// Why it is suspended: each reason ends for itself.
fn suspended(lang: Lang, organization: &Organization) -> Option<AnyView> {
    let held = Capability::ALL.into_iter();
    let by: Vec<SuspendedBy> = held.flat_map(|it| organization.suspended_by(it)).collect();
    let operator = by
        .contains(&SuspendedBy::Operator)
        .then(|| view! { <p>{words::suspended_by_operator(lang)}</p> });
    let enrollment = by
        .contains(&SuspendedBy::Enrollment)
        .then(|| view! { <p>{words::suspended_by_enrollment(lang)}</p> });
    (!by.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning title=words::suspended(lang)>
                {operator}
                {enrollment}
                <p>{words::suspended_means(lang)}</p>
            </Notice>
        }
        .into_any()
    })
}

/// The location of its MPN ID is not active any more, or elsewhere, and where another one is chosen.
fn location(lang: Lang, organization: &Organization) -> Option<AnyView> {
    organization.mpn_inactive?;
    let mpn = organization.mpn.as_ref()?;
    let title = words::location_inactive(lang, mpn);
    Some(
        view! {
            <Notice tone=Tone::Warning title=title>
                <p>{words::suspended_means(lang)}</p>
                <p>
                    <a href=route::IDENTIFIERS>{words::choose_location(lang)}</a>
                </p>
            </Notice>
        }
        .into_any(),
    )
}

/// What the mark for offboarding means, as long as the partner has not begun to move.
fn marked(lang: Lang, organization: &Organization) -> Option<AnyView> {
    let mark = organization.offboarding.as_ref()?;
    if organization.capabilities.indirect_reseller.is_some() {
        return None;
    }
    let title = words::marked(lang, date(lang, mark.from));
    let reason = words::marked_reason(lang, &mark.reason);
    Some(
        view! {
            <Notice tone=Tone::Warning title=title>
                <p>{words::marked_means(lang)}</p>
                <p>{words::marked_move(lang)}</p>
                <p>{reason}</p>
            </Notice>
        }
        .into_any(),
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{Evolve as _, organization::Event, testing::*};

    use super::*;

    fn shown(organization: &Organization) -> String {
        Owner::new().with(|| standing(Lang::En, organization).to_html())
    }

    #[test]
    fn a_partner_in_good_standing_sees_nothing() {
        assert!(!shown(&reseller()).contains("notice"));
        assert!(!shown(&direct_bill()).contains("notice"));
    }

    #[test]
    fn an_inactive_location_leads_to_the_choice_of_another() {
        let mut partner = reseller();
        let mpn = partner.mpn.clone().unwrap();
        partner.apply(&Event::MpnDeactivated {
            mpn,
            elsewhere: None,
            at: day(1),
        });
        let page = shown(&partner);
        assert!(page.contains(route::IDENTIFIERS), "{page}");
        assert!(page.contains("isn't active"), "{page}");
    }

    #[test]
    fn each_reason_of_a_suspension_is_told_for_itself() {
        let mut partner = reseller();
        partner.apply(&Event::SuspendedByEnrollment { at: day(1) });
        let page = shown(&partner);
        assert!(page.contains("every check passes"), "{page}");
        assert!(!page.contains("The program operator suspended"), "{page}");
        partner.apply(&Event::Suspended {
            operator: operator().id,
            capabilities: vec![Capability::IndirectReseller],
            reason: "invoices are overdue".parse().unwrap(),
            at: day(2),
            by: id(1),
        });
        let page = shown(&partner);
        assert!(page.contains("every check passes"), "{page}");
        assert!(page.contains("The program operator suspended"), "{page}");
    }

    #[test]
    fn a_marked_partner_sees_from_when_on_what_it_means_and_why() {
        let mut partner = direct_bill();
        partner.apply(&Event::OffboardingMarked {
            operator: operator().id,
            from: day(30),
            reason: "too few customers".parse().unwrap(),
            at: day(1),
            by: id(1),
        });
        let page = shown(&partner);
        for words in [
            "January 31, 2026",
            "new direct customers",
            "too few customers",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(
            !page.contains("href"),
            "no link to what is not there: {page}"
        );
    }
}
