//! What has come of putting many customers into a group, or of taking them out of it.

use core::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use tierline_core::group::Placing;

use crate::{
    context::use_lang,
    customer::{
        api::{UndoPlacing, placing},
        model::PlacingPage,
        words,
    },
    data,
    form::{Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    refusal::RefusedBy,
    route,
    shell::load::loaded,
    ui::{ButtonLink, Count, Dialog, Fact, FactStrip, Notice, PageHeader, Tone},
};

/// The time after which a page with scripts asks how far it has come.
const AGAIN: Duration = Duration::from_secs(1);

/// The page at `/customers/in-group/{id}`.
#[component]
pub fn PlacingResultPage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let asked = RwSignal::new(0_u32);
    let undo = Posting::<UndoPlacing>::new();
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, asked.get())
        },
        |(id, _)| placing(id),
    );
    loaded(data, move |page| {
        if !page.is_done {
            // Runs in a browser only. The page may have been left meanwhile, and the signal with it.
            Effect::new(move || {
                set_timeout(
                    move || {
                        asked.try_update(|asked| *asked += 1);
                    },
                    AGAIN,
                );
            });
        }
        view(lang, page, undo).into_any()
    })
}

pub(in crate::customer) fn view(
    lang: Lang,
    page: PlacingPage,
    undo: Posting<UndoPlacing>,
) -> impl IntoView {
    let trail = vec![(route::CUSTOMERS.to_owned(), words::title(lang).to_owned())];
    let title = match (page.placing, page.undoes) {
        (Placing::In, None) => words::placed_in(lang, &page.name),
        (Placing::Out, None) => words::placed_out(lang, &page.name),
        (Placing::In, Some(_)) => words::undone_in(lang, &page.name),
        (Placing::Out, Some(_)) => words::undone_out(lang, &page.name),
    };
    let undoes = page.undoes.map(|undone| {
        let href = route::customer_placing(undone);
        view! { <p>{words::undo_of(lang)} " " <a href=href>{words::undo_of_which(lang)}</a></p> }
    });
    let undoing = page.is_done.then(|| undoing(lang, &page, undo));
    let already = match page.placing {
        Placing::In => words::were_in(lang),
        Placing::Out => words::were_out(lang),
    };
    let done = page.changed + page.same + page.gone;
    let told = if page.is_stopped {
        view! { <Notice tone=Tone::Warning><p>{words::placing_stopped(lang)}</p></Notice> }
            .into_any()
    } else if page.is_done {
        view! { <Notice tone=Tone::Success><p>{words::placing_done(lang)}</p></Notice> }.into_any()
    } else {
        let here = route::customer_placing(page.id);
        view! {
            <Notice tone=Tone::Info title=words::placing_under_way(lang)>
                <progress
                    aria-label=words::placing_progress(lang)
                    max=page.chosen.to_string()
                    value=done.to_string()
                ></progress>
                <p>{words::placing_goes_on(lang)}</p>
                <div class="actions">
                    <ButtonLink href=here external=true>{words::refresh(lang)}</ButtonLink>
                </div>
            </Notice>
        }
        .into_any()
    };
    let gone = (page.gone > 0).then(|| {
        view! { <Fact label=words::no_customers_now(lang)><Count n=page.gone/></Fact> }
    });
    let left = page.chosen.saturating_sub(done);
    let left = (page.is_stopped && left > 0).then(|| {
        view! { <Fact label=words::left_as_they_were(lang)><Count n=left/></Fact> }
    });
    let group = page.group.map(|group| {
        let href = route::customers_in(group);
        view! { <ButtonLink href=href>{words::show_group(lang, &page.name)}</ButtonLink> }
    });
    view! {
        <PageHeader trail=trail title=title/>
        {told}
        {undoes}
        <FactStrip>
            <Fact label=words::placing_chosen(lang)><Count n=page.chosen/></Fact>
            <Fact label=words::placing_changed(lang)><Count n=page.changed/></Fact>
            <Fact label=already><Count n=page.same/></Fact>
            {gone}
            {left}
            <Fact label=words::placing_by(lang)>{page.by} ", " <Moment at=page.began/></Fact>
        </FactStrip>
        <div class="actions">
            {group}
            {undoing}
            <ButtonLink href=route::CUSTOMERS look="plain">{words::back_to_customers(lang)}</ButtonLink>
        </div>
    }
}

/// **Undo**, after how many customers it concerns was told.
fn undoing(lang: Lang, page: &PlacingPage, action: Posting<UndoPlacing>) -> AnyView {
    let label = words::undo(lang);
    if let Err(refusal) = page.may_undo.clone() {
        return view! { <RefusedBy label=label refusal=refusal id="why-undo"/> }.into_any();
    }
    let (id, what) = (
        page.id.to_string(),
        words::undo_what(lang, number(page.unchanged)),
    );
    view! {
        <Dialog id="undo" opener=label look="quiet" title=words::undo_title(lang) form="undo">
            <p>{what}</p>
            <Form action=action form="undo">
                <input type="hidden" name="placing" value=id/>
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use tierline_core::{
        Timestamp,
        ids::{CustomerGroupId, PlacingId},
    };
    use uuid::Uuid;

    use super::*;
    use crate::ui::tests::render;

    fn shown(change: impl FnOnce(&mut PlacingPage)) -> String {
        let mut page = PlacingPage {
            id: PlacingId::from_uuid(Uuid::from_u128(7)),
            group: Some(CustomerGroupId::from_uuid(Uuid::from_u128(8))),
            name: "North".to_owned(),
            placing: Placing::In,
            chosen: 1_200,
            changed: 300,
            same: 20,
            gone: 0,
            is_done: false,
            is_stopped: false,
            undoes: None,
            unchanged: 300,
            may_undo: Ok(()),
            by: "Kim Berg".to_owned(),
            began: Timestamp::UNIX_EPOCH,
        };
        change(&mut page);
        render(move || view(Lang::En, page, Posting::new()))
    }

    #[test]
    fn it_says_how_far_it_has_come_and_how_to_follow_it_without_scripts() {
        let html = shown(|_| ());
        assert!(html.contains("Put customers into North"), "{html}");
        assert!(
            html.contains(r#"max="1200""#) && html.contains(r#"value="320""#),
            "{html}"
        );
        assert!(html.contains("/customers/in-group/"), "{html}");
        assert!(html.contains("Already in the group"), "{html}");
        assert!(!html.contains("No longer customers"), "{html}");
    }

    #[test]
    fn what_is_done_is_undone_once() {
        let html = shown(|_| ());
        assert!(!html.contains("/api/undo-placing"), "{html}");
        let html = shown(|page| page.is_done = true);
        assert!(html.contains("/api/undo-placing"), "{html}");
        assert!(html.contains("put back as they were: 300"), "{html}");
        let html = shown(|page| {
            page.is_done = true;
            page.may_undo = Err(tierline_core::group::Refusal::PlacingUndone.into());
        });
        assert!(!html.contains("/api/undo-placing"), "{html}");
        assert!(html.contains("why-undo"), "{html}");
    }

    #[test]
    fn the_result_leads_to_the_group_as_long_as_there_is_one() {
        let html = shown(|page| page.is_done = true);
        assert!(html.contains("All selected customers are done."), "{html}");
        assert!(html.contains("/customers?group="), "{html}");
        assert!(!html.contains("<progress"), "{html}");
        let html = shown(|page| {
            page.is_done = true;
            page.is_stopped = true;
            page.group = None;
        });
        assert!(html.contains("This was stopped"), "{html}");
        assert!(
            html.contains("Left as they were") && html.contains("880"),
            "{html}"
        );
        assert!(!html.contains("/customers?group="), "{html}");
    }
}
