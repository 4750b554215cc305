//! The form that proposes a change of the own listing.

use leptos::{prelude::*, server_fn::ServerFn as _};
use tierline_core::{
    access::{self, Action},
    digest::Sha256,
    directory::{LogoSize, MOST_LOCATIONS, Profile, Service},
    market::{Country, Language},
};

use super::listing::trail;
use crate::{
    context::use_lang,
    data,
    directory::{
        api::{LOGO, LOGO_FILE, REMOVE_LOGO, SaveListing, own_listing},
        model::ListingPage,
        words::{self, form},
    },
    form::{FieldLabels, FilledWith, Submit, UploadForm, mark::Mark, use_form},
    i18n::{Lang, market},
    refusal::page::RefusalPanel,
    route,
    shell::load::loaded,
    ui::{ButtonLink, Checkbox, Choice, Field, Fieldset, FileField, PageHeader, Select, TextArea},
};

/// The formats of logos, as a browser offers them.
const ACCEPT: &str = "image/png,image/jpeg,image/webp";

/// Empty lines for locations beyond those that are there.
const MORE: usize = 3;

/// The page at `/resellers/listing/propose`.
#[component]
pub fn ProposePage() -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(form::field));
    let data = data::load(|| (), |()| own_listing());
    loaded(data, move |page| view(lang, page).into_any())
}

fn view(lang: Lang, page: ListingPage) -> impl IntoView {
    let mut trail = trail(lang);
    trail.push((
        route::OWN_LISTING.to_owned(),
        words::own_listing(lang).to_owned(),
    ));
    let may = access::authorize_own(&page.organization, &page.actor, Action::ProposeListing);
    let form = match may {
        Ok(_) => {
            let latest = page.listing.as_ref().and_then(|it| it.latest().cloned());
            let name = page.organization.name.to_string();
            fields(lang, latest, name, page.draft_mark)
        }
        Err(refusal) => view! { <RefusalPanel refusal=refusal/> }.into_any(),
    };
    view! {
        <PageHeader trail=trail title=words::propose_change(lang) lead=form::lead(lang)/>
        {form}
    }
}

fn fields(lang: Lang, latest: Option<Profile>, own_name: String, mark: Mark) -> AnyView {
    let name = latest.as_ref().map_or(own_name, |it| it.name.to_string());
    // The fields themselves come to be inside the form, where they learn what was typed into it.
    let said = Language::ALL.map(|language| {
        let text = latest.as_ref().and_then(|it| it.text_in(language));
        (language, text.map(ToString::to_string).unwrap_or_default())
    });
    let offered = latest.as_ref().map(|it| it.services.clone());
    let offered = offered.unwrap_or_default();
    let contact = latest.as_ref().map(|it| it.contact.clone());
    let email = contact.as_ref().map(|it| it.email.to_string());
    let phone = contact.and_then(|it| it.phone).map(|it| it.to_string());
    let drawn = latest.as_ref().and_then(|it| it.logo);
    let locations = latest.map(|it| it.locations).unwrap_or_default();
    view! {
        <UploadForm path=SaveListing::PATH form="listing" under_way=form::uploading(lang)>
            <FilledWith mark=mark/>
            <Fieldset legend=form::about_company(lang)>
                <Field name="name" label=words::company_name(lang) value=name maxlength=120u32/>
                <Field name="email" label=words::email(lang) kind="email" value=email.unwrap_or_default()/>
                <Field name="phone" label=words::phone(lang) kind="tel" value=phone.unwrap_or_default() optional=true/>
            </Fieldset>
            <Fieldset legend=form::texts(lang)>
                <p class="field-hint">{form::texts_hint(lang)}</p>
                {texts(lang, said)}
            </Fieldset>
            <Fieldset legend=words::services(lang)>{services(lang, &offered)}</Fieldset>
            <Fieldset legend=words::locations(lang)>
                <p class="field-hint">{form::locations_hint(lang)}</p>
                {lines(lang, &locations)}
            </Fieldset>
            <Fieldset legend=words::logo(lang)>
                <LogoNow drawn=drawn/>
                <FileField name=LOGO_FILE label=form::logo_file(lang) hint=form::logo_hint(lang) accept=ACCEPT optional=true/>
            </Fieldset>
            <div class="actions">
                <Submit>{form::save(lang)}</Submit>
                <ButtonLink href=route::OWN_LISTING look="plain">{crate::ui::words::cancel(lang)}</ButtonLink>
            </div>
        </UploadForm>
    }
    .into_any()
}

fn texts(lang: Lang, said: [(Language, String); Language::ALL.len()]) -> impl IntoView {
    let fields = said.map(|(language, text)| {
        view! {
            <TextArea
                name=form::text_field(language)
                label=words::text_of(lang, form::language(language))
                value=text
                maxlength=2000u32
                optional=true
            />
        }
    });
    fields.into_iter().collect_view()
}

fn services(lang: Lang, offered: &[Service]) -> impl IntoView + use<> {
    let boxes = Service::ALL.into_iter().map(|service| {
        let checked = offered.contains(&service);
        view! {
            <Checkbox name="services[]" label=words::service(lang, service) value=service.code() checked=checked/>
        }
    });
    boxes.collect_view()
}

/// The logo that the form has: that of the draft, or the one that came with it when it was sent and something else was
/// wrong.
#[component]
fn LogoNow(
    /// That of the draft.
    drawn: Option<Sha256>,
) -> impl IntoView {
    let lang = use_lang();
    let sent = use_form().and_then(|form| form.value(LOGO));
    let logo = match sent {
        Some(sent) => sent.parse().ok(),
        None => drawn,
    };
    logo.map(|logo: Sha256| {
        let address = route::logo(logo, LogoSize::Small.code());
        view! {
            <div class="logo-now">
                <img class="provider-mark" src=address alt=form::logo_now(lang)/>
                <input type="hidden" name=LOGO value=logo.to_string()/>
                <Checkbox name=REMOVE_LOGO label=form::remove_logo(lang)/>
            </div>
        }
    })
}

/// A line for each location, and some empty ones.
fn lines(lang: Lang, locations: &[tierline_core::directory::Location]) -> impl IntoView + use<> {
    let countries: Vec<Choice> = Country::all_by_name(market::language(lang))
        .map(|country| Choice::new(country.code(), market::country(lang, country)))
        .collect();
    let count = (locations.len() + MORE).min(MOST_LOCATIONS);
    (0..count)
        .map(|place| {
            let (line, number) = (format!("l{place}"), place + 1);
            let location = locations.get(place);
            let country = location.map(|it| it.country.code()).unwrap_or_default();
            let url = location.map(|it| it.url.to_string()).unwrap_or_default();
            view! {
                <div class="field-pair">
                    <Select
                        name=route::location_country(&line)
                        label=form::country_of(lang, number)
                        options=countries.clone()
                        value=country
                        prompt=form::choose(lang)
                    />
                    <Field
                        name=route::location_url(&line)
                        label=form::url_of(lang, number)
                        kind="url"
                        hint=form::url_hint(lang)
                        value=url
                        maxlength=2000u32
                    />
                </div>
            }
        })
        .collect_view()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{role::Role, testing::*};

    use super::*;
    use crate::ui::tests::render;

    fn html(logo: Option<Sha256>) -> String {
        let provider = provider();
        let mut listing = draft_listing(&provider);
        if let Some(draft) = &mut listing.draft {
            draft.profile.logo = logo;
        }
        let page = ListingPage {
            actor: actor(&provider, Role::AdminAgent),
            organization: provider,
            listing: Some(listing),
            draft_mark: Mark::new("mark".to_owned()),
            promise: None,
            answered_within: (2, 3),
            versions: Vec::new(),
            timeline: None,
        };
        render(move || view(Lang::En, page))
    }

    #[test]
    fn the_form_sends_a_file_and_keeps_the_logo_it_has() {
        let without = html(None);
        assert!(
            without.contains(r#"enctype="multipart/form-data""#),
            "{without}"
        );
        assert!(without.contains(r#"action="/api/save-listing""#));
        assert!(without.contains(r#"name="logo_file" type="file""#));
        assert!(!without.contains(r#"name="remove_logo""#));
        let with = html(Some(Sha256::from_bytes([0xab; 32])));
        let kept = format!(r#"name="logo" value="{}""#, "ab".repeat(32));
        assert!(with.contains(&kept), "{with}");
        assert!(with.contains(r#"name="remove_logo""#));
        // The file is the last field, so that the others are known when it comes.
        let at = |name: &str| with.find(name).unwrap();
        assert!(at(r#"name="logo_file""#) > at(r#"name="urls[l0]""#));
    }
}
