//! The choice of the provider for which a reseller invites: each is a link, so that the text always names the right
//! one.

use leptos::prelude::*;
use tierline_core::ids::OrganizationId;

use crate::{
    context::use_lang,
    i18n::market,
    invitation::words,
    partnership::model::PartnerChoice,
    route,
    ui::{EmptyState, Section},
};

/// The provider that the address names, or the only one.
pub(super) fn chosen(providers: &[PartnerChoice], named: &str) -> Option<PartnerChoice> {
    match providers {
        [only] if named.is_empty() => Some(only.clone()),
        _ => {
            let named: OrganizationId = named.parse().ok()?;
            providers
                .iter()
                .find(|provider| provider.id() == named)
                .cloned()
        }
    }
}

/// The list to choose from.
#[component]
pub(super) fn ProviderChoice(
    /// The reseller's providers.
    providers: Vec<PartnerChoice>,
    /// The customer to invite, if known.
    customer: Option<OrganizationId>,
) -> impl IntoView {
    let lang = use_lang();
    if providers.is_empty() {
        return view! { <EmptyState title=words::no_provider(lang) why=words::no_provider_why(lang)/> }.into_any();
    }
    let items = providers
        .into_iter()
        .map(|provider| {
            let href = route::invite_for_both(Some(provider.id()), customer);
            view! {
                <li>
                    <a href=href>{provider.party.name.to_string()}</a>
                    " "
                    <span class="muted">{market::country(lang, provider.country)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <Section title=words::choose_provider(lang)>
            <ul class="links">{items}</ul>
        </Section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use tierline_core::{ids::PartnershipId, organization::Party};
    use uuid::Uuid;

    use super::*;

    fn provider(n: u128) -> PartnerChoice {
        PartnerChoice {
            party: Party {
                id: OrganizationId::from_uuid(Uuid::from_u128(n)),
                name: "Contoso".parse().unwrap(),
            },
            partnership: PartnershipId::from_uuid(Uuid::from_u128(n)),
            country: "TW".parse().unwrap(),
        }
    }

    #[test]
    fn the_only_provider_needs_no_choice() {
        let (one, two) = (provider(1), provider(2));
        assert_eq!(chosen(std::slice::from_ref(&one), ""), Some(one.clone()));
        assert_eq!(chosen(&[one.clone(), two.clone()], ""), None);
        assert_eq!(
            chosen(&[one.clone(), two.clone()], &two.id().to_string()),
            Some(two)
        );
        assert_eq!(chosen(&[one], "somebody"), None);
    }
}
