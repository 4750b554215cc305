//! **Identifiers** of the organization profile: the MPN ID.

use leptos::prelude::*;

use super::associate::{AssociateMpnId, Associating};
use crate::{
    context::use_lang,
    data,
    i18n::{Lang, market},
    membership::{
        api::identifiers,
        model::{OwnIdentifiers, OwnMpn},
        words,
    },
    organization::page::ProfileHeader,
    route,
    shell::load::loaded,
    ui::{Badge, EmptyState, Pair, Pairs, Section, Tone},
};

/// The page under settings.
#[component]
pub fn IdentifiersPage() -> impl IntoView {
    let lang = use_lang();
    let associating = Associating::new();
    let version = associating.version();
    let data = data::load(move || version.get(), |_| identifiers());
    loaded(data, move |page| view(lang, page, associating).into_any())
}

fn view(lang: Lang, page: OwnIdentifiers, associating: Associating) -> impl IntoView {
    let content = match &page.mpn {
        _ if !page.is_partner => {
            view! { <EmptyState title=words::none_here(lang) why=words::none_here_why(lang)/> }
                .into_any()
        }
        // The location is not active any more, or in another country: another one is chosen.
        Some(own) if page.may.is_ok() => {
            let now = associated(lang, own.clone());
            let place = own.place.as_ref().map(|place| place.country);
            let lead = match place.filter(|country| *country != page.country) {
                Some(country) => words::elsewhere_lead(lang, market::country(lang, country)),
                None => words::replace_lead(lang).to_owned(),
            };
            view! {
                {now}
                <Section title=words::replace_title(lang) lead=lead>
                    <AssociateMpnId identifiers=page associating=associating back=route::IDENTIFIERS/>
                </Section>
            }
            .into_any()
        }
        Some(own) => associated(lang, own.clone()),
        None => view! {
            <Section title=words::associate_title(lang) lead=words::associate_lead(lang)>
                <AssociateMpnId identifiers=page associating=associating back=route::IDENTIFIERS/>
            </Section>
        }
        .into_any(),
    };
    view! {
        <div class="narrow">
            <ProfileHeader current=route::IDENTIFIERS/>
            {content}
        </div>
    }
}

fn associated(lang: Lang, own: OwnMpn) -> AnyView {
    let unknown = own
        .place
        .is_none()
        .then(|| view! { <p class="muted">{words::not_in_registry(lang)}</p> });
    let place = own.place.map(|place| {
        let state = if place.is_active {
            view! { <Badge tone=Tone::Success>{crate::ui::words::active(lang)}</Badge> }
        } else {
            view! { <Badge tone=Tone::Neutral>{words::inactive(lang)}</Badge> }
        };
        view! {
            <Pair label=words::location(lang)>{place.location} " " {state}</Pair>
            <Pair label=words::country(lang)>{market::country(lang, place.country)}</Pair>
            <Pair label=words::profile(lang)>
                {words::with_mpn(lang, place.profile, place.profile_mpn)}
            </Pair>
        }
    });
    view! {
        <Section title=words::mpn_id(lang) lead=words::mpn_lead(lang)>
            <Pairs>
                <Pair label=words::location_mpn_id(lang)>{own.mpn}</Pair>
                {place}
            </Pairs>
            {unknown}
        </Section>
    }
    .into_any()
}
