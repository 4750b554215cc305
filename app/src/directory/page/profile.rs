//! What the directory shows of a provider; and what a change makes of it.

use leptos::prelude::*;
use tierline_core::{
    digest::Sha256,
    directory::{LogoSize, Profile, Version},
    ids::ListingId,
    market::Language,
};

use crate::{
    context::use_lang,
    directory::words::{self, find, form},
    i18n::{Lang, date, market},
    list::words as list,
    route,
    ui::{Address, BeforeAfter, Change, Disclosure, Pair, Pairs, Picture},
};

/// A provider's logo, or else the first letter of its name, in a frame. The name stands beside it.
#[component]
pub(super) fn Mark(
    /// The company's name.
    #[prop(into)]
    name: String,
    /// The logo.
    logo: Option<Sha256>,
    /// Whether it is the large one of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    if let Some(logo) = logo {
        let size = if large {
            LogoSize::Large
        } else {
            LogoSize::Small
        };
        let shown = (size.side() / 2).to_string();
        return view! {
            <img
                class="provider-mark"
                class:provider-mark-large=large
                src=route::logo(logo, size.code())
                alt=""
                width=shown.clone()
                height=shown
                decoding="async"
            />
        }
        .into_any();
    }
    let letter = name.chars().find(|letter| letter.is_alphanumeric());
    let letter = letter.map(|letter| letter.to_uppercase().to_string());
    view! {
        <span class="provider-mark" class:provider-mark-large=large aria-hidden="true">
            {letter}
        </span>
    }
    .into_any()
}

/// Everything that the directory shows of a provider but its name.
#[component]
pub(super) fn ProfileFacts(
    /// The profile.
    profile: Profile,
) -> impl IntoView {
    let lang = use_lang();
    let text = profile
        .text(market::language(lang))
        .map(|text| view! { <p class="provider-text">{text.to_string()}</p> });
    let services = if profile.services.is_empty() {
        view! { <span class="muted">{find::no_services(lang)}</span> }.into_any()
    } else {
        let items = profile
            .services
            .iter()
            .map(|service| view! { <li>{words::service(lang, *service)}</li> })
            .collect_view();
        view! { <ul class="plain-list">{items}</ul> }.into_any()
    };
    let locations = profile
        .locations
        .into_iter()
        .map(|location| {
            let url = location.url.to_string();
            let href = url.clone();
            view! {
                <li>
                    {market::country(lang, location.country)} ": "
                    <a href=href rel="external noopener nofollow"><Address at=url/></a>
                </li>
            }
        })
        .collect_view();
    let mail = profile.contact.email.to_string();
    let to = format!("mailto:{mail}");
    let phone = profile.contact.phone.map(|phone| {
        let dialed: String = phone
            .as_str()
            .chars()
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        view! {
            <Pair label=words::phone(lang)><a href=format!("tel:{dialed}") rel="external">{phone.to_string()}</a></Pair>
        }
    });
    view! {
        {text}
        <Pairs>
            <Pair label=words::services(lang)>{services}</Pair>
            <Pair label=words::locations(lang)><ul class="plain-list">{locations}</ul></Pair>
            <Pair label=words::email(lang)>
                <a href=to rel="external"><Address at=mail/></a>
            </Pair>
            {phone}
        </Pairs>
    }
}

/// What changes, before and after.
#[component]
pub(super) fn Changes(
    /// What the directory shows; nothing before the first change.
    before: Option<Profile>,
    /// What it would show.
    after: Profile,
) -> impl IntoView {
    let lang = use_lang();
    let changes = changes(lang, before.as_ref(), &after);
    let picture = logo_change(lang, before.as_ref(), &after);
    if changes.is_empty() && picture.is_none() {
        return view! { <p class="muted">{words::nothing_changes(lang)}</p> }.into_any();
    }
    view! { <BeforeAfter changes=changes picture=picture/> }.into_any()
}

/// The logos, if they differ.
fn logo_change(lang: Lang, before: Option<&Profile>, after: &Profile) -> Option<Picture> {
    let before = before.and_then(|it| it.logo);
    let address = |logo: Option<Sha256>| logo.map(|it| route::logo(it, LogoSize::Small.code()));
    (before != after.logo).then(|| Picture {
        label: words::logo(lang).to_owned(),
        before: address(before),
        after: address(after.logo),
    })
}

/// The values that differ.
fn changes(lang: Lang, before: Option<&Profile>, after: &Profile) -> Vec<Change> {
    let values = |profile: &Profile| -> Vec<(String, String)> {
        let text = |language: Language| {
            let label = words::text_of(lang, form::language(language));
            let text = profile.text_in(language);
            (label, text.map(ToString::to_string).unwrap_or_default())
        };
        let services = profile.services.iter();
        let services = services.map(|service| words::service(lang, *service));
        let locations = profile.locations.iter().map(|location| {
            let country = market::country(lang, location.country);
            format!("{country}: {}", location.url)
        });
        let phone = profile.contact.phone.as_ref();
        [(
            words::company_name(lang).to_owned(),
            profile.name.to_string(),
        )]
        .into_iter()
        .chain(Language::ALL.into_iter().map(text))
        .chain([
            (
                words::services(lang).to_owned(),
                list::several(lang, services),
            ),
            (
                words::locations(lang).to_owned(),
                locations.collect::<Vec<_>>().join("\n"),
            ),
            (
                words::email(lang).to_owned(),
                profile.contact.email.to_string(),
            ),
            (
                words::phone(lang).to_owned(),
                phone.map(ToString::to_string).unwrap_or_default(),
            ),
        ])
        .collect()
    };
    let old = before.map(values);
    values(after)
        .into_iter()
        .enumerate()
        .filter_map(|(place, (label, after))| {
            let before = old.as_ref().and_then(|old| old.get(place));
            let before = before.map(|(_, value)| value.clone()).unwrap_or_default();
            (before != after).then_some(Change {
                label,
                before,
                after,
            })
        })
        .collect()
}

/// The versions that were shown, folded.
#[component]
pub(super) fn Versions(
    /// The newest first.
    versions: Vec<Version>,
    /// The listing, for those whose own it is not.
    #[prop(optional)]
    of: Option<ListingId>,
) -> impl IntoView {
    let lang = use_lang();
    // Versions are numbered from 1 on: before the last one there are others.
    let before = versions.last().map(|it| it.number).filter(|it| *it > 1);
    let earlier = before.map(|before| {
        let href = route::listing_versions(of.map(|id| id.to_string()), before);
        let label = words::more_versions(lang, before - 1);
        view! { <p><a href=href>{label}</a></p> }
    });
    let shown = versions
        .into_iter()
        .map(|version| {
            let summary = words::version(lang, version.number, date(lang, version.at));
            let profile = version.profile;
            view! {
                <Disclosure summary=summary>
                    <div class="provider">
                        <Mark name=profile.name.to_string() logo=profile.logo/>
                        <p class="provider-body"><strong>{profile.name.to_string()}</strong></p>
                    </div>
                    <ProfileFacts profile=profile/>
                </Disclosure>
            }
        })
        .collect_view();
    view! { {shown} {earlier} }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing;

    use super::*;
    use crate::ui::tests::render;

    #[test]
    fn a_provider_without_a_logo_has_a_letter() {
        let letter = render(|| view! { <Mark name="'contoso'" logo=None/> });
        assert!(
            letter.contains("C</span>") && !letter.contains("<img"),
            "{letter}"
        );
        let logo = Some(Sha256::from_bytes([0xab; 32]));
        let shown = render(move || view! { <Mark name="Contoso" logo=logo large=true/> });
        let address = format!("src=\"/logos/{}/large\"", "ab".repeat(32));
        // The name stands beside it, and is not read out twice.
        assert!(
            shown.contains(&address) && shown.contains("alt=\"\""),
            "{shown}"
        );
        assert!(!shown.contains("C</span>"));
    }

    #[test]
    fn only_what_differs_is_told() {
        let before = testing::profile();
        assert!(changes(Lang::En, Some(&before), &before).is_empty());
        let mut after = before.clone();
        after.contact.phone = None;
        after.locations.pop();
        let told = changes(Lang::En, Some(&before), &after);
        let labels: Vec<_> = told.iter().map(|change| change.label.as_str()).collect();
        assert_eq!(labels, ["Locations", "Phone number"]);
        assert_eq!(logo_change(Lang::En, Some(&before), &after), None);
        // A logo is seen, and not named.
        after.logo = Some(Sha256::from_bytes([1; 32]));
        let drawn = logo_change(Lang::En, Some(&before), &after).unwrap();
        assert_eq!(drawn.before, None);
        assert!(drawn.after.unwrap().ends_with("/small"));
        assert_eq!(changes(Lang::En, Some(&before), &after), told);
        // At first everything that is there is new.
        let first = changes(Lang::En, None, &before);
        assert_eq!(first.len(), 7);
        assert!(first.iter().all(|change| change.before.is_empty()));
    }
}
