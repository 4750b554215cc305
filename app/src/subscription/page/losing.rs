//! Who loses a license, when there are to be fewer at once than users hold.

use leptos::prelude::*;

use super::change::Asked;
use crate::{
    i18n::{Lang, date, number},
    license::{model::HolderRow, page::Ticks},
    route,
    subscription::{
        api::{CHOSEN, LATEST},
        model::{LosingChoice, SubscriptionPage},
        words::change as words,
    },
    ui::{Choice, Field, NavigationForm, Notice, RadioGroup, Section, Tone},
};

/// How many have to lose one, with a search where they are many. Nothing while nobody has to.
pub(super) fn how_many(
    lang: Lang,
    asked: &Asked,
    page: &SubscriptionPage,
    too_many: u32,
    choice: Option<&LosingChoice>,
) -> Option<AnyView> {
    if too_many == 0 {
        return None;
    }
    let says = words::too_many(lang, number(page.assigned), number(too_many));
    let choice = choice.filter(|choice| choice.more || !choice.search.is_empty());
    let search = choice.map(|choice| search(lang, asked, page, choice));
    let section = view! {
        <Section title=words::who_loses(lang) id="losing">
            <Notice tone=Tone::Warning><p>{says}</p></Notice>
            {search}
        </Section>
    };
    Some(section.into_any())
}

/// The fields that say who loses one, inside the form of the change. Nothing while nobody has to.
pub(super) fn who(
    lang: Lang,
    too_many: u32,
    choice: Option<LosingChoice>,
    ticks: Ticks,
) -> Option<AnyView> {
    who_or(lang, too_many, None, (choice, ticks))
}

/// The same, with an answer before the others.
pub(crate) fn who_or(
    lang: Lang,
    too_many: u32,
    first: Option<Choice>,
    (choice, ticks): (Option<LosingChoice>, Ticks),
) -> Option<AnyView> {
    if too_many == 0 {
        return None;
    }
    Some(match (choice, first) {
        (Some(choice), first) => fields(lang, too_many, first, (choice, ticks)).into_any(),
        (None, Some(first)) => {
            let answers = vec![first, Choice::new(LATEST, words::latest_lose(lang))];
            view! { <RadioGroup name="who" legend=words::who_loses(lang) options=answers/> }
                .into_any()
        }
        (None, None) => view! {
            <p>{words::others_choose(lang)}</p>
            <input type="hidden" name="who" value=LATEST/>
        }
        .into_any(),
    })
}

/// The search leads back to the same change, so that nothing typed for it is lost.
fn search(
    lang: Lang,
    asked: &Asked,
    page: &SubscriptionPage,
    choice: &LosingChoice,
) -> impl IntoView + use<> {
    let path = format!("{}/change", route::subscription(page.subscription.id));
    let kept = [
        ("what", asked.what.clone()),
        ("quantity", asked.quantity.clone()),
        ("product", asked.product.clone()),
        ("plan", asked.plan.clone()),
    ];
    let kept = kept.map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let value = choice.search.clone();
    let more = choice.more.then(|| words::more_holders(lang));
    view! {
        <NavigationForm path=path form="holders" noscroll=true>
            {kept.collect_view()}
            <Field name="search" label=words::search_holders(lang) value=value/>
            <div class="actions">
                <button type="submit" class="button button-quiet">{words::search(lang)}</button>
            </div>
        </NavigationForm>
        {more.map(|more| view! { <p class="muted">{more}</p> })}
    }
}

/// Neither answer is given in advance: a box that is ticked counts also without one.
fn fields(
    lang: Lang,
    too_many: u32,
    first: Option<Choice>,
    (choice, ticks): (LosingChoice, Ticks),
) -> impl IntoView + use<> {
    // Who that is: if it is others when the form is submitted, they are not those who were shown.
    let named = u32::try_from(choice.latest.len()).unwrap_or(u32::MAX);
    let names = choice.latest.join(", ");
    let latest = match too_many.saturating_sub(named) {
        0 => words::latest_are(lang, names),
        more => words::latest_and_more(lang, names, number(more)),
    };
    let answers = first.into_iter().chain([
        Choice::new(CHOSEN, words::chosen_lose(lang)),
        Choice::new(LATEST, words::latest_lose(lang)).hint(latest),
    ]);
    let answers: Vec<Choice> = answers.collect();
    let none = choice
        .holders
        .is_empty()
        .then(|| view! { <p>{words::no_holder_found(lang)}</p> });
    let listed = choice.holders.iter().map(|it| it.assignment.to_string());
    let others = ticks.elsewhere(lang, listed.collect());
    let boxes = choice.holders.into_iter().map(|it| holder(lang, it, ticks));
    view! {
        <RadioGroup name="who" legend=words::who_loses(lang) options=answers/>
        {none}
        {boxes.collect_view()}
        {others}
    }
}

/// The box of somebody who holds a license.
pub(crate) fn holder(lang: Lang, it: HolderRow, ticks: Ticks) -> AnyView {
    let label = format!("{} · {}", it.name, it.address);
    let since = words::held_since(lang, date(lang, it.since));
    ticks.labeled(it.assignment.to_string(), label, since)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::testing::{day, id};

    use super::*;
    use crate::{
        form::Posting, member::model::MemberState, subscription::api::ChangeSubscription,
        ui::tests::render,
    };

    fn ticks() -> Ticks {
        let action = Posting::<ChangeSubscription>::new();
        Ticks::of("change", "losing[]", ("/none", action))
    }

    fn choice() -> LosingChoice {
        let holder = HolderRow {
            assignment: id(900),
            user: id(401),
            name: "Mia Kern".to_owned(),
            address: "mia@contoso.example".to_owned(),
            state: MemberState::Active,
            since: day(1),
        };
        LosingChoice {
            search: String::new(),
            holders: vec![holder],
            more: false,
            latest: vec!["Tom Berg".to_owned()],
        }
    }

    #[test]
    fn neither_answer_is_given_in_advance() {
        let html = render(|| who(Lang::En, 2, Some(choice()), ticks()));
        assert!(html.contains("Mia Kern · mia@contoso.example"), "{html}");
        assert!(html.contains(r#"name="losing[]""#), "{html}");
        assert!(html.contains(r#"value="latest""#) && html.contains(r#"value="chosen""#));
        assert!(!html.contains("checked"), "{html}");
        // Who loses one, if nobody is chosen.
        assert!(html.contains("Tom Berg, and 1 more"), "{html}");
    }

    #[test]
    fn whoever_knows_no_user_leaves_it_to_the_rule() {
        let html = render(|| who(Lang::En, 2, None, ticks()));
        assert!(html.contains(r#"value="latest""#), "{html}");
        assert!(!html.contains("losing[]") && !html.contains("radio"));
        let nobody = render(|| who(Lang::En, 0, Some(choice()), ticks()));
        assert!(!nobody.contains("losing[]"), "{nobody}");
    }
}
