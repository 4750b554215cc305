//! Associating an MPN ID: signing in to the membership account, then choosing a location or adding one.

use core::marker::PhantomData;

use leptos::prelude::*;

use crate::{
    context::use_lang,
    form::{FieldLabels, Form, PlainForm, Posting, Submit, changes::changes},
    i18n::{Lang, market},
    membership::{
        api::{AddLocation, AssociateMpn, LeaveMembership, ProveMembership},
        model::{LocationChoice, OwnIdentifiers, ProvedMember},
        words,
    },
    refusal::{RefusedBy, explain},
    ui::{Choice, Disclosure, Field, PasswordField, RadioGroup, Select},
};

/// The actions behind the forms that stay on their page.
#[derive(Clone, Copy)]
pub struct Associating {
    associate: Posting<AssociateMpn>,
    add: Posting<AddLocation>,
}

impl Associating {
    /// Nothing was sent yet.
    #[must_use]
    pub fn new() -> Associating {
        Associating {
            associate: Posting::new(),
            add: Posting::new(),
        }
    }

    /// How often something was done.
    #[must_use]
    pub fn version(self) -> Signal<usize> {
        let (associated, added) = (changes(self.associate), changes(self.add));
        Signal::derive(move || associated.get() + added.get())
    }
}

impl Default for Associating {
    fn default() -> Self {
        Self::new()
    }
}

/// The forms for whoever may associate an MPN ID, and the reason for everybody else. `back` is the page to go on with.
#[component]
pub fn AssociateMpnId(
    /// What there is to associate.
    identifiers: OwnIdentifiers,
    /// The actions.
    associating: Associating,
    /// The page to go on with.
    #[prop(into)]
    back: String,
) -> impl IntoView {
    let lang = use_lang();
    provide_context(FieldLabels(words::field));
    match (identifiers.may, identifiers.proved) {
        (Err(refusal), _) => {
            view! { <RefusedBy label=words::associate(lang) refusal=refusal look="primary" id="why-associate"/> }
                .into_any()
        }
        (Ok(()), None) => sign_in(lang, back),
        (Ok(()), Some(member)) => choose(lang, member, associating, &back),
    }
}

fn sign_in(lang: Lang, back: String) -> AnyView {
    view! {
        <PlainForm function={PhantomData::<ProveMembership>}>
            <input type="hidden" name="back" value=back/>
            <Field
                name="member_account"
                label=words::account(lang)
                hint=words::account_hint(lang)
                autocomplete="off"
                maxlength=254u32
            />
            <PasswordField name="member_password" label=words::password(lang) autocomplete="off"/>
            <div class="actions">
                <Submit>{words::sign_in(lang)}</Submit>
            </div>
        </PlainForm>
    }
    .into_any()
}

fn choose(lang: Lang, member: ProvedMember, associating: Associating, back: &str) -> AnyView {
    let profiles: Vec<Choice> = member
        .profiles
        .iter()
        .filter(|profile| profile.is_active)
        .map(|profile| {
            let named = words::with_mpn(lang, &profile.name, &profile.mpn);
            Choice::new(&profile.mpn, named)
        })
        .collect();
    let mut fitting = Vec::new();
    let mut others = Vec::new();
    for profile in member.profiles {
        for location in profile.locations {
            match location.fits.clone() {
                Ok(()) => fitting.push(choice(lang, &location, &profile.name)),
                Err(refusal) => {
                    let named = words::with_mpn(lang, &location.name, &location.mpn);
                    let why = explain(lang, &refusal);
                    others.push(view! { <li><strong>{named}</strong> <br/> {why}</li> });
                }
            }
        }
    }
    let locations = locations(lang, fitting, associating.associate, back.to_owned());
    let others = (!others.is_empty()).then(|| {
        let title = words::other_locations(lang, others.len());
        view! { <Disclosure summary=title><ul class="stack">{others}</ul></Disclosure> }
    });
    let adding = adding(lang, profiles, associating.add, back.to_owned());
    let leave = back.to_owned();
    view! {
        <div class="stack">
            <div class="cluster">
                <p>{words::signed_in_as(lang, member.account)}</p>
                <PlainForm function={PhantomData::<LeaveMembership>}>
                    <input type="hidden" name="back" value=leave/>
                    <Submit look="quiet">{words::other_account(lang)}</Submit>
                </PlainForm>
            </div>
            {locations}
            {others}
            {adding}
        </div>
    }
    .into_any()
}

fn choice(lang: Lang, location: &LocationChoice, profile: &str) -> Choice {
    let named = words::with_mpn(lang, &location.name, &location.mpn);
    let where_it_is = words::of_profile(lang, profile, market::country(lang, location.country));
    Choice::new(&location.mpn, named).hint(where_it_is)
}

fn locations(
    lang: Lang,
    fitting: Vec<Choice>,
    action: Posting<AssociateMpn>,
    back: String,
) -> AnyView {
    if fitting.is_empty() {
        return view! { <p>{words::none_fits(lang)}</p> }.into_any();
    }
    let first = match fitting.as_slice() {
        [only] => only.value.clone(),
        _ => String::new(),
    };
    view! {
        <Form action=action form="associate">
            <input type="hidden" name="back" value=back/>
            <RadioGroup
                name="mpn"
                legend=words::location_mpn_id(lang)
                hint=words::location_hint(lang)
                options=fitting
                value=first
            />
            <div class="actions">
                <Submit>{words::associate(lang)}</Submit>
            </div>
        </Form>
    }
    .into_any()
}

/// **Add a location**: folded away, because most have one.
fn adding(
    lang: Lang,
    profiles: Vec<Choice>,
    action: Posting<AddLocation>,
    back: String,
) -> Option<AnyView> {
    let first = profiles.first()?.value.clone();
    Some(
        view! {
            <Disclosure summary=words::add_location(lang)>
                <p>{words::add_location_what(lang)}</p>
                <Form action=action form="add-location">
                    <input type="hidden" name="back" value=back/>
                    <Select name="profile" label=words::profile(lang) options=profiles value=first/>
                    <Field name="location_name" label=words::location_name(lang) maxlength=120u32/>
                    <div class="actions">
                        <Submit look="quiet">{words::add_and_associate(lang)}</Submit>
                    </div>
                </Form>
            </Disclosure>
        }
        .into_any(),
    )
}
