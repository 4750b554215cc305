//! Licenses in users' hands, in words: events, refusals, actions and notices.

use tierline_core::{
    ids::SkuId,
    license::{Event, Refusal, Why},
    permission::license::Action,
    subscription::Status,
};

use crate::{
    i18n::{Lang, messages, worded_codes},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        match self {
            Event::Assigned {
                sku,
                name,
                restored,
                ..
            } => {
                let product = product(names, *sku);
                if *restored {
                    given_back(lang, name, product)
                } else {
                    assigned(lang, name, product)
                }
            }
            Event::Moved { sku, name, .. } => moved(lang, name, product(names, *sku)),
            Event::Withdrawn { sku, name, why, .. } => {
                let product = product(names, *sku);
                match why {
                    Why::Asked => withdrawn(lang, name, product),
                    Why::FewerLicenses => withdrawn_for_fewer(lang, name, product),
                    Why::UserRemoved => withdrawn_with_user(lang, name, product),
                    Why::SubscriptionDeleted => withdrawn_with_all(lang, name, product),
                }
            }
        }
    }

    fn look(&self) -> (Tone, Glyph) {
        match self {
            Event::Assigned { .. } => (Tone::Success, Glyph::Check),
            Event::Moved { .. } => (Tone::Neutral, Glyph::Check),
            Event::Withdrawn { .. } => (Tone::Neutral, Glyph::Ban),
        }
    }
}

/// The product's name; what stands for it once it is no longer in the catalog.
fn product(names: &Names<'_>, sku: SkuId) -> String {
    let known = names.product(sku);
    known.unwrap_or_else(|| some_product(names.lang)).to_owned()
}

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoLicenseLeft {
            product,
            bought,
            assigned,
            asked,
            ..
        } => {
            if assigned >= bought {
                none_left(lang, product, *bought)
            } else {
                too_few_left(lang, product, *asked, bought.saturating_sub(*assigned))
            }
        }
        Refusal::SubscriptionNotInUse {
            product, status, ..
        } => match status {
            Status::Suspended => suspended(lang, product),
            Status::Expired => expired(lang, product),
            Status::Canceled => canceled(lang, product),
            Status::Active | Status::Deleted => gone(lang, product),
        },
        Refusal::TooManyAssigned {
            product,
            assigned,
            wanted,
            too_many,
            named: 0,
            ..
        } => who_loses(lang, product, *assigned, *wanted, *too_many),
        Refusal::TooManyAssigned {
            product,
            assigned,
            wanted,
            too_many,
            named,
            ..
        } => who_else_loses(
            lang,
            product,
            *assigned,
            *wanted,
            *named,
            too_many.saturating_sub(*named),
        ),
        Refusal::OthersLose => others_lose(lang).to_owned(),
        Refusal::NobodySelected => nobody_selected(lang).to_owned(),
        Refusal::TooManySelected { most } => too_many_selected(lang, *most),
        Refusal::NoUserOfCustomer { name, customer } => {
            no_user_of_customer(lang, name, &customer.name)
        }
        Refusal::HolderBlocked { name } => holder_blocked(lang, name),
    }
}

/// An action as a phrase, for "To …, you need".
pub(crate) fn action(lang: Lang, action: Action) -> &'static str {
    match action {
        Action::ViewOwnLicenses => view_own_licenses(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        LicensesAssigned = "licenses_assigned" => done_assigned,
        LicensesWithdrawn = "licenses_withdrawn" => done_withdrawn,
    }
}

messages! {
    // Events.
    some_product => ["a product that is no longer sold", "已停售的產品", "已停售的产品"];
    assigned(name, product) => [
        "Assigned {name} a {product} license",
        "將 {product} 授權指派給 {name}",
        "将 {product} 许可证分配给 {name}",
    ];
    given_back(name, product) => [
        "{name} got the {product} license back when the user was restored",
        "{name} 還原後取回了 {product} 授權",
        "{name} 还原后取回了 {product} 许可证",
    ];
    moved(name, product) => [
        "{name}'s license became a {product} license",
        "{name} 的授權轉為 {product} 授權",
        "{name} 的许可证转为 {product} 许可证",
    ];
    withdrawn(name, product) => [
        "Withdrew the {product} license from {name}",
        "收回了 {name} 的 {product} 授權",
        "收回了 {name} 的 {product} 许可证",
    ];
    withdrawn_for_fewer(name, product) => [
        "Withdrew the {product} license from {name} because the number of licenses was reduced",
        "因授權數量減少，收回了 {name} 的 {product} 授權",
        "因许可证数量减少，收回了 {name} 的 {product} 许可证",
    ];
    withdrawn_with_user(name, product) => [
        "The {product} license of {name} became free when the user was removed",
        "移除使用者時釋出了 {name} 的 {product} 授權",
        "移除用户时释放了 {name} 的 {product} 许可证",
    ];
    withdrawn_with_all(name, product) => [
        "The {product} license of {name} ended when the subscription was deleted",
        "訂閱刪除時，{name} 的 {product} 授權隨之終止",
        "订阅删除时，{name} 的 {product} 许可证随之终止",
    ];

    // Refusals.
    none_left(product, bought) => [
        "All {bought} licenses of {product} are assigned. Withdraw one from another user, or get more licenses.",
        "{product} 的 {bought} 個授權已全部指派。請先收回其他使用者的授權，或訂購更多授權。",
        "{product} 的 {bought} 个许可证已全部分配。请先收回其他用户的许可证，或订购更多许可证。",
    ];
    too_few_left(product, asked, left) => [
        "You selected {asked} users, but only {left} licenses of {product} are left. Select fewer users, or get more licenses.",
        "您選取了 {asked} 位使用者，但 {product} 只剩下 {left} 個授權。請減少選取的使用者，或訂購更多授權。",
        "你选择了 {asked} 位用户，但 {product} 只剩下 {left} 个许可证。请减少选择的用户，或订购更多许可证。",
    ];
    suspended(product) => [
        "The subscription to {product} is suspended. Licenses can be assigned again once it is reactivated.",
        "{product} 的訂閱已暫停。重新啟用後才能再指派授權。",
        "{product} 的订阅已暂停。重新启用后才能再分配许可证。",
    ];
    expired(product) => [
        "The subscription to {product} has expired. Licenses can be assigned again once it is brought back.",
        "{product} 的訂閱已過期。恢復訂閱後才能再指派授權。",
        "{product} 的订阅已过期。恢复订阅后才能再分配许可证。",
    ];
    canceled(product) => [
        "The subscription to {product} is canceled. Assign a license of another subscription.",
        "{product} 的訂閱已取消。請改為指派其他訂閱的授權。",
        "{product} 的订阅已取消。请改为分配其他订阅的许可证。",
    ];
    gone(product) => [
        "The subscription to {product} no longer exists. Assign a license of another subscription.",
        "{product} 的訂閱已不存在。請改為指派其他訂閱的授權。",
        "{product} 的订阅已不存在。请改为分配其他订阅的许可证。",
    ];
    who_loses(product, assigned, wanted, too_many) => [
        "{assigned} licenses of {product} are assigned, and only {wanted} will be left. Select the users who lose a license ({too_many}).",
        "{product} 已指派 {assigned} 個授權。若要減少為 {wanted} 個，請選取要失去授權的使用者，共 {too_many} 位。",
        "{product} 已分配 {assigned} 个许可证。若要减少为 {wanted} 个，请选择要失去许可证的用户，共 {too_many} 位。",
    ];
    who_else_loses(product, assigned, wanted, named, more) => [
        "{assigned} licenses of {product} are assigned, and only {wanted} will be left. You selected {named} users; select {more} more.",
        "{product} 已指派 {assigned} 個授權。若要減少為 {wanted} 個，只選取 {named} 位使用者還不夠，請再選取 {more} 位。",
        "{product} 已分配 {assigned} 个许可证。若要减少为 {wanted} 个，只选择 {named} 位用户还不够，请再选择 {more} 位。",
    ];
    others_lose => [
        "A license was assigned or withdrawn in the meantime, so other users would lose theirs. Check who is affected, then submit again.",
        "失去授權的使用者與先前顯示的不同：此後已有授權被指派或收回。請查看目前的名單後重新提交。",
        "失去许可证的用户与先前显示的不同：此后已有许可证被分配或收回。请查看当前的名单后重新提交。",
    ];
    nobody_selected => [
        "Select at least one user.",
        "請至少選取一位使用者，再繼續操作。",
        "请至少选择一位用户，然后再继续操作。",
    ];
    too_many_selected(most) => [
        "Select up to {most} users at a time.",
        "每次最多可選取 {most} 位使用者，請減少選取數量。",
        "每次最多可选择 {most} 位用户，请减少选择数量。",
    ];
    no_user_of_customer(name, customer) => [
        "{name} is no longer a user of {customer}. Select other users.",
        "{name} 已不是 {customer} 的使用者。請選取其他使用者。",
        "{name} 已不是 {customer} 的用户。请选择其他用户。",
    ];
    holder_blocked(name) => [
        "{name} is blocked. Unblock the user before you assign a license.",
        "{name} 已被封鎖。請先解除封鎖，再指派授權。",
        "{name} 已被阻止。请先解除阻止，再分配许可证。",
    ];

    // Notices.
    done_assigned => ["Licenses assigned.", "已指派授權。", "已分配许可证。"];
    done_withdrawn => ["Licenses withdrawn.", "已收回授權。", "已收回许可证。"];

    // Actions.
    view_own_licenses => ["see your own licenses", "查看自己的授權", "查看自己的许可证"];
}
