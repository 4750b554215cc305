//! Subscriptions in words: events and refusals.

mod partners;
mod time;

use tierline_core::subscription::{AutoRenew, Change, Event, Lapse, Refusal, Status};

use crate::{
    catalog::words as catalog,
    i18n::{Lang, date, date_time, messages, number, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone, words},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Activated {
                quantity,
                customer,
                sku,
                ..
            } => {
                let count = u64::from(quantity.get());
                let licenses = licenses_of(lang, count, names.product(*sku));
                activated(lang, licenses, names.of(*customer))
            }
            Event::Increased { from, to, .. } => {
                increased(lang, number(from.get()), number(to.get()))
            }
            Event::Decreased { from, to, .. } => {
                decreased(lang, number(from.get()), number(to.get()))
            }
            Event::Upgraded { to, .. } => match names.product(*to) {
                Some(product) => upgraded_to(lang, product),
                None => upgraded(lang).to_owned(),
            },
            Event::Scheduled { change, ends, .. } => {
                scheduled(lang, date(lang, *ends), changed(names, *change))
            }
            Event::Unscheduled { .. } => unscheduled(lang).to_owned(),
            Event::RenewedAhead { change, starts, .. } => {
                time::renewed_ahead(lang, date(lang, *starts), changed(names, *change))
            }
            Event::AutoRenewSet { auto_renew, .. } => match auto_renew {
                AutoRenew::On => auto_renew_on(lang).to_owned(),
                AutoRenew::Off => auto_renew_off(lang).to_owned(),
            },
            Event::Suspended { with_base, .. } => {
                if *with_base {
                    suspended_with_base(lang).to_owned()
                } else {
                    suspended(lang).to_owned()
                }
            }
            Event::Reactivated { .. } => reactivated(lang).to_owned(),
            Event::Canceled { .. } => canceled(lang).to_owned(),
            Event::Billed { until, .. } => time::billed(lang, date(lang, *until)),
            Event::Renewed {
                change,
                ends,
                waiting,
                dropped,
                ..
            } => {
                let (day, now) = (date(lang, *ends), changed(names, *change));
                match (waiting, dropped) {
                    (Some(waiting), _) => {
                        time::renewed_but(lang, day, now, changed(names, waiting.change))
                    }
                    (None, Some(dropped)) => {
                        time::renewed_without(lang, day, now, changed(names, dropped.change))
                    }
                    (None, None) => time::renewed(lang, day, now),
                }
            }
            Event::BroughtBack { ends, .. } => time::brought_back(lang, date(lang, *ends)),
            Event::Expired { why, .. } => match why {
                Lapse::NotRenewed => time::expired(lang),
                Lapse::Suspended => time::expired_suspended(lang),
                Lapse::NotSold => time::expired_not_sold(lang),
                Lapse::BaseEnded => time::expired_with_base(lang),
            }
            .to_owned(),
            Event::SupportDesignated { from, to, .. } => {
                partners::support_designated(lang, names.of(*to), names.of(*from))
            }
            Event::SupportReturned { from, to, .. } => {
                partners::support_returned(lang, names.of(*to), names.of(*from))
            }
            Event::PartnerOfRecordSet { from, to, .. } => match (from, to) {
                (Some(from), Some(to)) => {
                    partners::of_record_changed(lang, names.of(*from), names.of(*to))
                }
                (None, Some(to)) => partners::of_record_set(lang, names.of(*to)),
                (Some(from), None) => partners::of_record_removed(lang, names.of(*from)),
                // Core writes no such event.
                (None, None) => partners::of_record_none(lang).to_owned(),
            },
            Event::Deleted { .. } => time::deleted(lang).to_owned(),
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Activated { .. }
            | Event::Reactivated { .. }
            | Event::Renewed { .. }
            | Event::BroughtBack { .. } => (Tone::Success, Glyph::Check),
            Event::Increased { .. } | Event::Upgraded { .. } => (Tone::Success, Glyph::ArrowUp),
            Event::Decreased { .. } => (Tone::Info, Glyph::ArrowDown),
            Event::Scheduled { .. } | Event::RenewedAhead { .. } => (Tone::Info, Glyph::Clock),
            Event::Unscheduled { .. } => (Tone::Neutral, Glyph::Undo),
            Event::AutoRenewSet { .. }
            | Event::SupportDesignated { .. }
            | Event::PartnerOfRecordSet { .. } => (Tone::Info, Glyph::Info),
            Event::SupportReturned { .. } => (Tone::Warning, Glyph::Undo),
            Event::Suspended { .. } => (Tone::Warning, Glyph::Lock),
            Event::Expired { .. } => (Tone::Warning, Glyph::Clock),
            Event::Billed { .. } => (Tone::Neutral, Glyph::Dot),
            Event::Canceled { .. } | Event::Deleted { .. } => (Tone::Neutral, Glyph::Ban),
        }
    }
}

/// "30 Exchange Online licenses, 1 year, billed monthly".
fn changed(names: &Names<'_>, change: Change) -> String {
    let (lang, count) = (names.lang, u64::from(change.quantity.get()));
    let licenses = licenses_of(lang, count, names.product(change.sku));
    with_plan(lang, licenses, catalog::plan(lang, change.plan))
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::WrongState { status } => wrong_state(lang, state(lang, *status)),
        Refusal::Unchanged => unchanged(lang).to_owned(),
        Refusal::AnotherPartner { partner } => another_partner(lang, &partner.name),
        Refusal::WindowClosed {
            returnable: 0,
            ends,
            ..
        } => window_closed(lang, date_time(lang, *ends)),
        Refusal::WindowClosed {
            asked,
            returnable,
            ends,
        } => window_narrow(
            lang,
            number(*asked),
            number(*returnable),
            date_time(lang, *ends),
        ),
        Refusal::NoUpgrade { product, target } => no_upgrade(lang, product, target),
        Refusal::NotForKind { product, kind } => {
            not_for_kind(lang, product, catalog::kind(lang, *kind))
        }
        Refusal::NoRenewal { ends } => no_renewal(lang, date(lang, *ends)),
        Refusal::ChangedMeanwhile => changed_meanwhile(lang).to_owned(),
        Refusal::CostChanged => cost_changed(lang).to_owned(),
        Refusal::NothingScheduled => nothing_scheduled(lang).to_owned(),
        Refusal::CustomerUnderReview { customer } => under_review(lang, &customer.name),
        Refusal::BaseNotActive { status } => base_not_active(lang, state(lang, *status)),
        Refusal::NotAReseller { partner } => partners::not_a_reseller(lang, &partner.name),
        Refusal::UnknownPartner => partners::unknown_partner(lang).to_owned(),
        Refusal::NoPartnerOfRecord { partner } => {
            partners::no_partner_of_record(lang, &partner.name)
        }
        Refusal::AddOnInTheWay { add_on, target } => add_on_in_the_way(lang, add_on, target),
        Refusal::RenewedAlready { starts } => renewed_already(lang, date(lang, *starts)),
        Refusal::NoneChosen => none_chosen(lang).to_owned(),
        Refusal::TooManyChosen { most } => too_many_chosen(lang, number(*most)),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        Changed = "subscription_changed" => done_changed,
        Undone = "subscription_change_undone" => done_undone,
        SupportDesignated = "support_designated" => partners::done_support,
        PartnerOfRecordSet = "partner_of_record_set" => partners::done_of_record,
    }
}

/// The state within a sentence.
fn state(lang: Lang, status: Status) -> String {
    match status {
        Status::Active => words::active(lang),
        Status::Suspended => words::suspended(lang),
        Status::Expired => words::expired(lang),
        Status::Canceled => words::canceled(lang),
        Status::Deleted => words::deleted(lang),
    }
    .to_lowercase()
}

/// "1 license", "30 licenses".
pub(crate) fn licenses(lang: Lang, count: u64) -> String {
    match count {
        1 => one_license(lang).to_owned(),
        _ => several_licenses(lang, number(i64::try_from(count).unwrap_or(i64::MAX))),
    }
}

/// "30 Exchange Online licenses"; without the name of a product that is no longer in the catalog.
pub(crate) fn licenses_of(lang: Lang, count: u64, product: Option<&str>) -> String {
    let Some(product) = product else {
        return licenses(lang, count);
    };
    match count {
        1 => one_license_of(lang, product),
        _ => {
            let count = number(i64::try_from(count).unwrap_or(i64::MAX));
            several_licenses_of(lang, count, product)
        }
    }
}

messages! {
    // Events.
    activated(licenses, customer) => [
        "A subscription with {licenses} became active for {customer}",
        "{customer} 的一項訂閱已啟用：{licenses}",
        "{customer} 的一项订阅已启用：{licenses}",
    ];
    increased(from, to) => [
        "A subscription was increased from {from} to {to} licenses",
        "一項訂閱的授權由 {from} 個增加為 {to} 個",
        "一项订阅的许可证由 {from} 个增加为 {to} 个",
    ];
    decreased(from, to) => [
        "A subscription was reduced from {from} to {to} licenses",
        "一項訂閱的授權由 {from} 個減少為 {to} 個",
        "一项订阅的许可证由 {from} 个减少为 {to} 个",
    ];
    upgraded_to(product) => [
        "A subscription was upgraded to {product}",
        "一項訂閱已升級為 {product}",
        "一项订阅已升级为 {product}",
    ];
    upgraded => ["A subscription was upgraded", "一項訂閱已升級", "一项订阅已升级"];
    with_plan(licenses, plan) => ["{licenses}, {plan}", "{licenses}，{plan}", "{licenses}，{plan}"];
    scheduled(day, change) => [
        "A change was scheduled for a subscription's renewal on {day}: {change}",
        "已為 {day} 的續訂排定變更：{change}",
        "已为 {day} 的续订安排更改：{change}",
    ];
    unscheduled => [
        "A change scheduled for a subscription's renewal was canceled",
        "已撤銷為續訂排定的變更",
        "已撤销为续订安排的更改",
    ];
    auto_renew_on => [
        "Auto-renew was turned on for a subscription",
        "已開啟一項訂閱的自動續訂",
        "已开启一项订阅的自动续订",
    ];
    auto_renew_off => [
        "Auto-renew was turned off for a subscription",
        "已關閉一項訂閱的自動續訂",
        "已关闭一项订阅的自动续订",
    ];
    suspended => ["A subscription was suspended", "一項訂閱已暫停", "一项订阅已暂停"];
    suspended_with_base => [
        "An add-on was suspended with its subscription",
        "一項附加元件已隨其訂閱暫停",
        "一项加载项已随其订阅暂停",
    ];
    reactivated => ["A subscription was reactivated", "一項訂閱已重新啟用", "一项订阅已重新启用"];
    canceled => ["A subscription was canceled", "一項訂閱已取消", "一项订阅已取消"];
    one_license_of(product) => ["1 {product} license", "1 個 {product} 授權", "1 个 {product} 许可证"];
    several_licenses_of(count, product) => [
        "{count} {product} licenses",
        "{count} 個 {product} 授權",
        "{count} 个 {product} 许可证",
    ];

    // Notices.
    done_changed => [
        "Subscription changed. Charges and history are below.",
        "訂閱已變更。到目前為止的費用與歷程記錄列於下方。",
        "订阅已更改。到目前为止的费用与历史记录列于下方。",
    ];
    done_undone => [
        "Scheduled change canceled. The subscription renews without changes.",
        "已撤銷排定的變更。訂閱將照現況續訂。",
        "已撤销安排的更改。订阅将按现状续订。",
    ];

    // Refusals.
    changed_meanwhile => [
        "This subscription has changed since you opened the form. Check the current cost, then submit again.",
        "您開啟此表單之後，此訂閱已有變更。請確認此變更現在的費用，然後再次提交。",
        "你打开此表单之后，此订阅已有更改。请确认此更改现在的费用，然后再次提交。",
    ];
    cost_changed => [
        "The price or the number of days has changed since the amounts were shown, so nothing was done. Check the new amounts, then submit again.",
        "金額顯示之後，價格或天數已有變更，因此尚未執行。請確認新的金額，然後再次提交。",
        "金额显示之后，价格或天数已有更改，因此尚未执行。请确认新的金额，然后再次提交。",
    ];
    wrong_state(state) => [
        "This isn't possible while the subscription is {state}.",
        "此訂閱目前{state}，因此無法執行此操作。",
        "此订阅目前{state}，因此无法执行此操作。",
    ];
    unchanged => [
        "This wouldn't change anything. Enter a different value.",
        "沒有任何變更。請輸入要變更的內容。",
        "没有任何更改。请输入要更改的内容。",
    ];
    another_partner(partner) => [
        "Only {partner} can do this for this subscription. Ask an admin agent or sales agent of {partner}.",
        "只有 {partner} 可以對此訂閱執行此動作。請洽詢 {partner} 的系統管理代理人或銷售代理人。",
        "只有 {partner} 可以对此订阅执行此操作。请咨询 {partner} 的管理员代理或销售代理。",
    ];
    window_closed(ends) => [
        "You can remove licenses or cancel within 7 days of a purchase, a renewal, or an increase. That period is over, so schedule the change for the renewal on {ends}.",
        "購買、續訂或增加後 7 天內可減少授權或取消訂閱。此期限已過：請排定於 {ends} 續訂時進行。",
        "购买、续订或增加后 7 天内可减少许可证或取消订阅。此期限已过：请安排在 {ends} 续订时进行。",
    ];
    window_narrow(asked, returnable, ends) => [
        "You can't remove {asked} licenses now, only the {returnable} added in the last 7 days. Schedule the rest for the renewal on {ends}.",
        "目前無法減少 {asked} 個授權。過去 7 天內增加了 {returnable} 個；其餘請排定於 {ends} 續訂時減少。",
        "目前无法减少 {asked} 个许可证。过去 7 天内增加了 {returnable} 个；其余请安排在 {ends} 续订时减少。",
    ];
    no_upgrade(product, target) => [
        "{product} can't be upgraded to {target}. Choose one of its upgrade targets.",
        "{product} 無法升級為 {target}。請選擇其升級目標之一。",
        "{product} 无法升级为 {target}。请选择其升级目标之一。",
    ];
    not_for_kind(product, kind) => [
        "This isn't possible for {product} because of its kind: {kind}.",
        "{product} 無法執行此動作，因為其種類為：{kind}。",
        "{product} 无法执行此操作，因为其种类为：{kind}。",
    ];
    no_renewal(day) => [
        "This subscription expires on {day}, so nothing can be scheduled for its renewal. Turn on auto-renew first.",
        "此訂閱將於 {day} 過期，因此無法為續訂排定變更。請先開啟自動續訂。",
        "此订阅将于 {day} 过期，因此无法为续订安排更改。请先开启自动续订。",
    ];
    renewed_already(day) => [
        "This subscription was renewed early. From {day}, it has the price and number of licenses agreed at that time. To change that, first cancel the renewal on the subscription's page.",
        "此訂閱已提前續訂：自 {day} 起採用當時約定的價格與授權數量。如需變更，請先在其頁面上取消。",
        "此订阅已提前续订：自 {day} 起采用当时约定的价格与许可证数量。如需更改，请先在其页面上取消。",
    ];
    none_chosen => [
        "No subscription is selected. Select at least one.",
        "未選取任何訂閱。請至少選取一項。",
        "未选择任何订阅。请至少选择一项。",
    ];
    too_many_chosen(most) => [
        "You can change up to {most} subscriptions at once. Narrow the list with a filter.",
        "一次最多可變更 {most} 項訂閱。請使用篩選縮小清單範圍。",
        "一次最多可更改 {most} 项订阅。请使用筛选缩小列表范围。",
    ];
    nothing_scheduled => [
        "Nothing is scheduled for the renewal anymore.",
        "續訂目前沒有排定任何變更，因此無法取消。",
        "续订目前没有安排任何更改，因此无法取消。",
    ];
    under_review(customer) => [
        "The account of {customer} is under review. New purchases, more licenses, and upgrades have to wait until the program operator has verified it. Renewals, fewer licenses, and cancellations are still possible.",
        "{customer} 的帳戶正在審核。新購買、增加授權與升級須等候計畫營運者驗證；續訂、減少授權與取消不受影響。",
        "{customer} 的帐户正在审核。新购买、增加许可证与升级须等待计划运营方验证；续订、减少许可证与取消不受影响。",
    ];
    base_not_active(state) => [
        "The subscription this add-on belongs to is {state}. Make that subscription active first.",
        "此附加元件所屬的訂閱{state}。請先使該訂閱恢復使用。",
        "此加载项所属的订阅{state}。请先使该订阅恢复使用。",
    ];
    add_on_in_the_way(add_on, target) => [
        "The add-on {add_on} doesn't go with {target}. Cancel it first, or let it expire.",
        "附加元件 {add_on} 無法搭配 {target}。請先取消，或等其過期。",
        "加载项 {add_on} 无法搭配 {target}。请先取消，或等其过期。",
    ];

    one_license => ["1 license", "1 個授權", "1 个许可证"];
    several_licenses(count) => ["{count} licenses", "{count} 個授權", "{count} 个许可证"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licenses_are_counted_in_words() {
        assert_eq!(licenses(Lang::En, 1), "1 license");
        assert_eq!(licenses(Lang::En, 1_200), "1,200 licenses");
        assert_eq!(licenses(Lang::ZhHant, 30), "30 個授權");
        let of = |count, product| licenses_of(Lang::En, count, product);
        assert_eq!(
            of(30, Some("Exchange Online")),
            "30 Exchange Online licenses"
        );
        assert_eq!(of(1, Some("Power BI Pro")), "1 Power BI Pro license");
        assert_eq!(of(30, None), "30 licenses");
    }
}
