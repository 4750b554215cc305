//! The organizations of the demo, each with its people: first those of a walk through it.

use core::marker::PhantomData;

use leptos::prelude::*;
use tierline_core::organization::{Capabilities, Capability};

use crate::{
    account::{
        api::session::{SignInAs, demo_accounts},
        model::session::DemoAccount,
        words::{role, sign_in as words},
    },
    context::use_lang,
    data,
    demo::{api::demo_walk, model::WalkStep, words as text},
    form::PlainForm,
    i18n::Lang,
    ui::{Disclosure, Glyph, Icon},
};

/// People of an organization that are seen at once.
const SEEN: usize = 3;

/// Everybody that a visitor of the demo can be.
#[component]
pub(super) fn DemoAccounts(next: String) -> impl IntoView {
    let lang = use_lang();
    let accounts = data::load(|| (), |()| demo_accounts());
    let walk = data::load(|| (), |()| demo_walk());
    view! {
        <section class="demo-accounts" aria-labelledby="demo-title">
            <h2 id="demo-title">{words::demo_title(lang)}</h2>
            <p>{words::demo_lead(lang)}</p>
            <Suspense>
                {move || {
                    let next = next.clone();
                    Suspend::new(async move {
                        let homes = homes(accounts.await.unwrap_or_default());
                        everybody(lang, homes, walk.await.unwrap_or_default(), &next)
                    })
                }}
            </Suspense>
        </section>
    }
}

/// An organization with its people.
#[derive(Clone, Debug, PartialEq)]
struct Home {
    name: String,
    capabilities: Capabilities,
    people: Vec<DemoAccount>,
}

/// The organizations in the order of their first person.
fn homes(accounts: Vec<DemoAccount>) -> Vec<Home> {
    let mut homes: Vec<Home> = Vec::new();
    for account in accounts {
        match homes
            .iter_mut()
            .find(|home| home.name == account.organization)
        {
            Some(home) => home.people.push(account),
            None => homes.push(Home {
                name: account.organization.clone(),
                capabilities: account.capabilities,
                people: vec![account],
            }),
        }
    }
    homes
}

/// Takes out the organizations of the walk, in its order.
fn walked(homes: &mut Vec<Home>, walk: Vec<WalkStep>) -> Vec<(WalkStep, Home)> {
    let steps = walk.into_iter().filter_map(|step| {
        let place = homes
            .iter()
            .position(|home| home.name == step.organization)?;
        let mut home = homes.remove(place);
        // Whoever can do it comes first.
        home.people.sort_by_key(|person| person.email != step.email);
        Some((step, home))
    });
    steps.collect()
}

fn everybody(lang: Lang, mut homes: Vec<Home>, walk: Vec<WalkStep>, next: &str) -> AnyView {
    let walk = walked(&mut homes, walk);
    let progress = (!walk.is_empty()).then(|| {
        let done = walk.iter().filter(|(step, _)| step.done).count();
        view! { <p class="demo-progress">{progress(lang, done, walk.len())}</p> }
    });
    let steps = (1..).zip(walk).map(|(number, (step, home))| {
        let line = step_line(lang, number, &step);
        card(lang, home, Some(line), next)
    });
    let more = homes.len();
    let groups = GROUPS.into_iter().filter_map(|(capability, title)| {
        let (of_kind, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut homes)
            .into_iter()
            .partition(|home| home.capabilities.state(capability).is_some());
        homes = rest;
        (!of_kind.is_empty()).then(|| {
            let cards = of_kind.into_iter().map(|home| card(lang, home, None, next));
            view! {
                <h3>{title(lang)}</h3>
                <ul class="demo-homes">{cards.collect_view()}</ul>
            }
        })
    });
    let groups = groups.collect_view();
    let rest = (more > 0).then(|| {
        view! { <Disclosure summary=text::all_organizations(lang, more)>{groups}</Disclosure> }
    });
    view! {
        {progress}
        <ol class="demo-homes demo-walk">{steps.collect_view()}</ol>
        {rest}
    }
    .into_any()
}

type Title = fn(Lang) -> &'static str;

/// The kinds of organizations, each once: who provides and resells is a provider.
const GROUPS: [(Capability, Title); 5] = [
    (Capability::IndirectProvider, text::providers),
    (Capability::IndirectReseller, text::resellers),
    (Capability::DirectBill, text::direct_bill),
    (Capability::Customer, text::customers),
    (Capability::Operator, text::operators),
];

fn progress(lang: Lang, done: usize, steps: usize) -> String {
    if done == 0 {
        text::walk_none_done(lang, steps)
    } else if done < steps {
        text::walk_done(lang, done, steps)
    } else {
        text::walk_all_done(lang).to_owned()
    }
}

fn step_line(lang: Lang, number: usize, step: &WalkStep) -> AnyView {
    let (class, mark, said) = if step.done {
        let mark = view! { <Icon glyph=Glyph::Check/> }.into_any();
        (
            "demo-step demo-step-done",
            mark,
            text::step_done(lang, number),
        )
    } else {
        let mark = number.to_string().into_any();
        ("demo-step", mark, text::step_open(lang, number))
    };
    view! {
        <p class=class>
            <span class="demo-step-mark" aria-hidden="true">{mark}</span>
            <span><span class="visually-hidden">{said} " "</span> {text::step(lang, step.step)}</span>
        </p>
    }
    .into_any()
}

fn card(lang: Lang, home: Home, step: Option<AnyView>, next: &str) -> AnyView {
    let kinds = Capability::ALL
        .into_iter()
        .filter(|capability| home.capabilities.state(*capability).is_some())
        .map(|capability| role::capability(lang, capability));
    let kinds = kinds.collect::<Vec<_>>().join(" · ");
    let title = match step {
        Some(_) => view! { <h3>{home.name} " " <span class="muted">{kinds}</span></h3> }.into_any(),
        // Below the heading of its kind.
        None => view! { <h4>{home.name}</h4> }.into_any(),
    };
    let mut people = home.people;
    // One more than are seen is shown too: a button for one would take its place.
    let others = if people.len() > SEEN + 1 {
        people.split_off(SEEN)
    } else {
        Vec::new()
    };
    let rows = |people: Vec<DemoAccount>| {
        let rows = people
            .into_iter()
            .map(|account| person(lang, account, next));
        view! { <ul class="demo-people">{rows.collect_view()}</ul> }
    };
    let people = rows(people);
    let others = (!others.is_empty()).then(|| {
        let summary = text::more_people(lang, others.len());
        let others = rows(others);
        view! { <Disclosure summary=summary>{others}</Disclosure> }
    });
    view! {
        <li class="card demo-home">
            {title}
            {step}
            {people}
            {others}
        </li>
    }
    .into_any()
}

fn person(lang: Lang, account: DemoAccount, next: &str) -> AnyView {
    let roles = account.roles.iter().map(|role| role::role(lang, role));
    let roles = roles.collect::<Vec<_>>().join(" · ");
    let next = next.to_owned();
    view! {
        <li>
            <PlainForm function={PhantomData::<SignInAs>} bare=true>
                <input type="hidden" name="email" value=account.email/>
                <input type="hidden" name="next" value=next/>
                <button type="submit" class="demo-person">
                    <span class="visually-hidden">{words::sign_in_as(lang)} " "</span>
                    <span>{account.user_name} " "</span>
                    <span class="muted">{roles}</span>
                </button>
            </PlainForm>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use tierline_core::role::RoleSet;

    use super::*;
    use crate::demo::model::Step;

    fn account(user_name: &str, organization: &str) -> DemoAccount {
        DemoAccount {
            user_name: user_name.to_owned(),
            email: format!("{user_name}@{organization}"),
            organization: organization.to_owned(),
            capabilities: Capabilities::only(Capability::Customer),
            roles: RoleSet::EMPTY,
        }
    }

    #[test]
    fn people_are_found_in_their_organizations_and_those_of_the_walk_come_first() {
        let accounts = [("ann", "a"), ("ben", "b"), ("amy", "a"), ("cleo", "c")];
        let accounts = accounts.map(|(name, home)| account(name, home));
        let mut homes = homes(accounts.to_vec());
        let names = |homes: &[Home]| {
            homes
                .iter()
                .map(|home| home.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&homes), ["a", "b", "c"]);
        let step = |organization: &str, email: &str| WalkStep {
            step: Step::PlaceOrder,
            organization: organization.to_owned(),
            email: email.to_owned(),
            done: false,
        };
        let walk = walked(
            &mut homes,
            vec![step("c", ""), step("gone", ""), step("a", "amy@a")],
        );
        let walk: Vec<_> = walk.into_iter().map(|(_, home)| home).collect();
        assert_eq!(names(&walk), ["c", "a"]);
        let people: Vec<_> = walk[1]
            .people
            .iter()
            .map(|it| it.user_name.as_str())
            .collect();
        assert_eq!(people, ["amy", "ann"]);
        assert_eq!(names(&homes), ["b"]);
    }
}
