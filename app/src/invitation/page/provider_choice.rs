//! The choice of the provider for which a reseller invites: each is a link, so that the text always names the right
//! one.

use leptos::prelude::*;
use tierline_core::ids::OrganizationId;

use crate::{
    context::use_lang,
    i18n::market,
    invitation::words,
    partnership::{
        Finder,
        model::{Among, PartnerChoice, PartnerChoices},
    },
    route,
    ui::{EmptyState, NavigationForm, Section, words as ui},
};

/// The provider that the address names, or the only one.
pub(super) fn chosen(providers: &PartnerChoices, named: &str) -> Option<PartnerChoice> {
    if named.is_empty() {
        return providers.only().cloned();
    }
    providers.get(named.parse().ok()?).cloned()
}

/// The list to choose from.
#[component]
pub(super) fn ProviderChoice(
    /// The reseller's providers.
    providers: PartnerChoices,
    /// The customer to invite, if known.
    customer: Option<OrganizationId>,
) -> impl IntoView {
    let lang = use_lang();
    if providers.is_empty() {
        return view! { <EmptyState title=words::no_provider(lang) why=words::no_provider_why(lang)/> }.into_any();
    }
    let is_part = providers.is_part();
    let finder = Finder::new(providers, Among::Providers, String::new(), String::new());
    let search = is_part.then(|| {
        let customer = customer.map(|id| {
            view! { <input type="hidden" name="customer" value=id.to_string()/> }
        });
        view! {
            <search class="filter-bar">
                <NavigationForm path=route::INVITE_FOR_BOTH noscroll=true>
                    {customer}
                    <input type="hidden" name="provider" value="all"/>
                    <div class="filter-field filter-search">{finder.field("find-provider", false)}</div>
                    <div class="filter-actions">
                        <button type="submit" class="button button-quiet">{ui::search(lang)}</button>
                    </div>
                </NavigationForm>
            </search>
            {finder.status()}
        }
    });
    let link = move |provider: PartnerChoice| {
        let href = route::invite_for_both(Some(provider.id()), customer);
        view! {
            <li>
                <a href=href>{provider.party.name.to_string()}</a>
                " "
                <span class="muted">{market::country(lang, provider.country)}</span>
            </li>
        }
    };
    view! {
        <Section title=words::choose_provider(lang)>
            {search}
            <ul class="links">
                <For each=move || finder.found.get().partners key=|provider| provider.id() children=link/>
            </ul>
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

    fn of(partners: &[PartnerChoice]) -> PartnerChoices {
        PartnerChoices {
            partners: partners.to_vec(),
            ..PartnerChoices::default()
        }
    }

    #[test]
    fn the_only_provider_needs_no_choice() {
        let (one, two) = (provider(1), provider(2));
        let (only, both) = (
            of(std::slice::from_ref(&one)),
            of(&[one.clone(), two.clone()]),
        );
        assert_eq!(chosen(&only, ""), Some(one));
        assert_eq!(chosen(&both, ""), None);
        assert_eq!(chosen(&both, &two.id().to_string()), Some(two));
        assert_eq!(chosen(&only, "somebody"), None);
        // The only one that was found is not the only one there is.
        let found = PartnerChoices {
            words: "contoso".to_owned(),
            ..only
        };
        assert_eq!(chosen(&found, ""), None);
    }
}
