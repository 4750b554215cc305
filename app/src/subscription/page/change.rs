//! A change of a subscription: its fields, its preview, and then its submission. Only the last changes anything.

use leptos::{prelude::*, server_fn::ServerFn as _};
use leptos_router::hooks::use_params_map;
use tierline_core::{market::Currency, subscription::Preview};

use super::{
    charges::previewed,
    detail::{trail, warning},
    entered, losing,
};
use crate::{
    context::use_lang,
    data,
    error::PortalError,
    form::{ErrorNotice, Form, Posting, Submit},
    i18n::{Lang, Moment, number},
    license::page::Ticks,
    route,
    shell::load::{loaded, use_parameter},
    subscription::{
        api::{ChangeSubscription, subscription_change},
        model::{ChangePage, Doing, SubscriptionPage},
        words::{change as words, detail},
    },
    ui::{ButtonLink, Count, Fact, FactStrip, Notice, PageHeader, Section, StateBadge, Tone},
};

/// The form that submits a change. The boxes of those who lose a license belong to it by this.
const FORM: &str = "change";

/// What the address says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) what: String,
    pub(super) quantity: String,
    pub(super) product: String,
    pub(super) plan: String,
    /// Words by which those are searched who hold a license.
    pub(super) search: String,
    /// Whether what was entered is entered again.
    edit: bool,
}

/// The page.
#[component]
pub fn SubscriptionChangePage() -> impl IntoView {
    let lang = use_lang();
    let params = use_params_map();
    let submit = Posting::<ChangeSubscription>::new();
    let ticks = Ticks::of(FORM, "losing[]", (ChangeSubscription::PATH, submit));
    let (what, quantity) = (use_parameter("what"), use_parameter("quantity"));
    let (product, plan) = (use_parameter("product"), use_parameter("plan"));
    let (search, edit) = (use_parameter("search"), use_parameter("edit"));
    let asked = Memo::new(move |_| Asked {
        what: what.get(),
        quantity: quantity.get(),
        product: product.get(),
        plan: plan.get(),
        search: search.get(),
        edit: edit.with(|edit| !edit.is_empty()),
    });
    let data = data::load(
        move || {
            let id = params.with(|params| params.get("id").unwrap_or_default());
            (id, asked.get(), submit.version().get())
        },
        |(id, asked, _)| {
            let Asked {
                what,
                quantity,
                product,
                plan,
                search,
                ..
            } = asked;
            subscription_change(id, what, quantity, product, plan, search)
        },
    );
    loaded(data, move |page| {
        let asked = asked.get_untracked();
        // An address without a name of what is to be done is refused before anything is loaded.
        let what = asked.what.parse().unwrap_or(Doing::Licenses);
        view(lang, what, &asked, page, (submit, ticks)).into_any()
    })
}

fn view(
    lang: Lang,
    what: Doing,
    asked: &Asked,
    page: ChangePage,
    (submit, ticks): (Posting<ChangeSubscription>, Ticks),
) -> impl IntoView + use<> {
    let ChangePage {
        page,
        preview,
        cost,
        renews_in,
        too_many,
        lost,
        losing,
        problem,
    } = page;
    let preview = preview.filter(|_| !asked.edit);
    let id = page.subscription.id;
    let mut trail = trail(lang, &page);
    trail.push((route::subscription(id), page.product.clone()));
    let fields = match &preview {
        Some(_) => entered::entered(lang, what, asked, &page),
        None => entered::fields(lang, what, asked, &page, problem.clone()),
    };
    // Where the partner of record stands in the way, its page is the way on.
    let fix = problem.as_ref().and_then(|problem| match problem {
        PortalError::Refused(refusal) if page.of_record_warning.as_ref() == Some(&**refusal) => {
            warning(lang, &page)
        }
        _ => None,
    });
    let problem = problem.filter(|_| !asked.edit);
    let problem = match fix {
        Some(fix) => problem.map(|_| fix),
        None => problem.map(|problem| problem_notice(problem).into_any()),
    };
    let back = move || {
        view! { <ButtonLink href=route::subscription(id)>{words::keep(lang)}</ButtonLink> }
    };
    // Where there is nothing to submit, the way back stands alone.
    let alone = preview.is_none().then(|| {
        view! { <div class="actions">{back()}</div> }
    });
    let form = preview.map(|preview| {
        let hidden = [
            ("subscription", id.to_string()),
            ("what", what.code().to_owned()),
            ("quantity", asked.quantity.clone()),
            ("product", asked.product.clone()),
            ("plan", asked.plan.clone()),
            ("version", page.version.to_string()),
            ("cost", cost),
            ("lost", lost),
        ];
        let hidden = hidden.map(|(name, value)| {
            view! { <input type="hidden" name=name value=value/> }
        });
        let look = match what {
            Doing::Cancel | Doing::Suspend => "danger",
            _ => "primary",
        };
        let later = (too_many.at_renewal > 0).then(|| lose_later(lang, too_many.at_renewal));
        let how_many = losing::how_many(lang, asked, &page, too_many.now, losing.as_ref());
        let shown = shown(lang, &page, preview);
        let moved = renews_in.map(|currency| moved(lang, currency));
        view! {
            {shown}
            {moved}
            {later}
            {how_many}
            <Form action=submit form=FORM id=FORM>
                {hidden.collect_view()}
                {losing::who(lang, too_many.now, losing, ticks)}
                <div class="actions">
                    <Submit look=look>{words::submit(lang)}</Submit>
                    {back()}
                </div>
            </Form>
        }
    });
    view! {
        <PageHeader trail=trail title=words::doing(lang, what) lead=words::meaning(lang, what)/>
        {fields}
        {problem}
        {alone}
        {form}
    }
}

/// The next term is charged in another currency.
pub(super) fn moved(lang: Lang, currency: Currency) -> impl IntoView + use<> {
    view! {
        <Notice tone=Tone::Warning title=words::other_currency(lang)>
            <p>{words::renews_in(lang, currency.code())}</p>
        </Notice>
    }
}

/// What is scheduled takes licenses from users, and from whom.
fn lose_later(lang: Lang, count: u32) -> impl IntoView + use<> {
    view! {
        <Notice tone=Tone::Warning title=words::lose_later(lang)>
            <p>{words::lose_later_who(lang, number(count))}</p>
        </Notice>
    }
}

fn problem_notice(problem: PortalError) -> impl IntoView {
    view! { <Notice tone=Tone::Danger><ErrorNotice error=problem/></Notice> }
}

/// What the change would do, and cost.
fn shown(lang: Lang, page: &SubscriptionPage, preview: Preview) -> impl IntoView + use<> {
    let Preview { after, now, later } = preview;
    let charged = previewed(lang, now, later, page.products.clone());
    let product = page.name(after.sku);
    let status = after.state.status();
    view! {
        {charged}
        <Section title=words::afterwards(lang)>
            <FactStrip>
                <Fact label=words::product(lang)>{product}</Fact>
                <Fact label=words::quantity(lang)><Count n=u64::from(after.quantity.get())/></Fact>
                <Fact label=super::words::state(lang)><StateBadge state=status/></Fact>
                <Fact label=detail::term_ends(lang)><Moment at=after.ends day=true/></Fact>
                <Fact label=detail::auto_renew(lang)>{detail::auto_renew_is(lang, after.course.auto_renew)}</Fact>
            </FactStrip>
        </Section>
    }
}
