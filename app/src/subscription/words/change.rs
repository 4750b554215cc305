//! A change of a subscription: what can be done, and its preview.

use crate::{
    i18n::{Lang, messages},
    subscription::model::Doing,
};

/// What can be done, as a button and as the title of its page.
pub fn doing(lang: Lang, what: Doing) -> &'static str {
    match what {
        Doing::Licenses => licenses(lang),
        Doing::Upgrade => upgrade(lang),
        Doing::Schedule => schedule(lang),
        Doing::Unschedule => unschedule(lang),
        Doing::AutoRenewOn => auto_renew_on(lang),
        Doing::AutoRenewOff => auto_renew_off(lang),
        Doing::RenewNow => renew_now(lang),
        Doing::Suspend => suspend(lang),
        Doing::Reactivate => reactivate(lang),
        Doing::Cancel => cancel(lang),
        Doing::BringBack => bring_back(lang),
    }
}

/// What it means.
pub fn meaning(lang: Lang, what: Doing) -> &'static str {
    match what {
        Doing::Licenses => licenses_lead(lang),
        Doing::Upgrade => upgrade_lead(lang),
        Doing::Schedule => schedule_lead(lang),
        Doing::Unschedule => unschedule_lead(lang),
        Doing::AutoRenewOn => auto_renew_on_lead(lang),
        Doing::AutoRenewOff => auto_renew_off_lead(lang),
        Doing::RenewNow => renew_now_lead(lang),
        Doing::Suspend => suspend_lead(lang),
        Doing::Reactivate => reactivate_lead(lang),
        Doing::Cancel => cancel_lead(lang),
        Doing::BringBack => bring_back_lead(lang),
    }
}

messages! {
    licenses => ["Change licenses", "變更授權數", "更改许可证数"];
    licenses_lead => [
        "You can add licenses at any time. You can remove licenses within 7 days of a purchase, a renewal, or an increase.",
        "可隨時增加；購買、續訂或增加後 7 天內可減少。",
        "可随时增加；购买、续订或增加后 7 天内可减少。",
    ];
    upgrade => ["Upgrade", "升級", "升级"];
    upgrade_lead => [
        "All licenses move to another product for the rest of the term.",
        "所有授權在剩餘期限內轉為另一項產品的授權。",
        "所有许可证在剩余期限内转为另一产品的许可证。",
    ];
    schedule => ["Schedule for renewal", "排定於續訂時", "安排在续订时"];
    schedule_lead => [
        "Choose changes for the next renewal. They replace any changes scheduled earlier.",
        "訂閱續訂後的內容。此設定會取代先前排定的變更。",
        "订阅续订后的内容。此设置会取代先前安排的更改。",
    ];
    unschedule => ["Cancel scheduled change", "撤銷排定的變更", "撤销安排的更改"];
    unschedule_lead => [
        "The subscription renews without changes.",
        "訂閱將照現況續訂。",
        "订阅将按现状续订。",
    ];
    auto_renew_on => ["Turn on auto-renew", "開啟自動續訂", "开启自动续订"];
    auto_renew_on_lead => [
        "The subscription renews automatically at the end of its term.",
        "期限結束時，訂閱會自動續訂。",
        "期限结束时，订阅会自动续订。",
    ];
    auto_renew_off => ["Turn off auto-renew", "關閉自動續訂", "关闭自动续订"];
    auto_renew_off_lead => [
        "The subscription expires at the end of its term. Scheduled changes are canceled.",
        "期限結束時，訂閱會過期。已排定的變更會撤銷。",
        "期限结束时，订阅会过期。已安排的更改会撤销。",
    ];
    renew_now => ["Renew now", "立即續訂", "立即续订"];
    renew_now_lead => [
        "Agree now on the renewal at the end of the term, at today's price.",
        "依今日價格，立即確定期限結束時的續訂。",
        "按今日价格，立即确定期限结束时的续订。",
    ];
    suspend => ["Suspend", "暫停", "暂停"];
    suspend_lead => [
        "The subscription and its add-ons can't be used, but they're still billed. Scheduled changes are canceled.",
        "訂閱與其附加元件停止使用，但仍計費。已排定的變更會撤銷。",
        "订阅与其加载项停止使用，但仍计费。已安排的更改会撤销。",
    ];
    reactivate => ["Reactivate", "重新啟用", "重新启用"];
    reactivate_lead => [
        "The subscription can be used again, along with the add-ons that were suspended with it.",
        "訂閱與隨其暫停的附加元件恢復使用。",
        "订阅与随其暂停的加载项恢复使用。",
    ];
    cancel => ["Cancel subscription", "取消訂閱", "取消订阅"];
    cancel_lead => [
        "The subscription and its add-ons end now, and the unused part of the charges is credited.",
        "訂閱與其附加元件立即結束，並退回其餘已收的費用。",
        "订阅与其加载项立即结束，并退回其余已收的费用。",
    ];
    bring_back => ["Bring back", "恢復訂閱", "恢复订阅"];
    bring_back_lead => [
        "A new term begins now at today's price.",
        "新的期限立即開始，依今日價格計費。",
        "新的期限立即开始，按今日价格计费。",
    ];

    quantity => ["Licenses", "授權數", "许可证数"];
    product => ["Product", "產品", "产品"];
    choose => ["Choose a product", "選擇產品", "选择产品"];
    same_product(product) => ["Keep {product}", "維持 {product}", "保持 {product}"];
    plan => ["Term and billing", "期限與計費", "期限与计费"];
    entered => ["Your entries", "您輸入的內容", "你输入的内容"];
    enter_again => ["Change your entries", "變更輸入內容", "更改输入内容"];
    other_currency => ["Different currency from the renewal", "自續訂起使用其他貨幣", "自续订起使用其他货币"];
    renews_in(currency) => [
        "The customer has moved to a country that uses {currency}. From the renewal, the subscription is charged in {currency} at local prices. Until then, nothing changes.",
        "客戶已移至使用 {currency} 的國家或地區。自續訂起，訂閱將依當地價格以 {currency} 計費；在此之前維持不變。",
        "客户已迁至使用 {currency} 的国家或地区。自续订起，订阅将按当地价格以 {currency} 计费；在此之前保持不变。",
    ];
    preview => ["Preview", "預覽", "预览"];
    charged_now => ["Charged or credited now", "立即收取或退回", "立即收取或退回"];
    nothing_now => ["Nothing is charged or credited now.", "目前不收取也不退回任何費用。", "目前不收取也不退回任何费用。"];
    charged_later => ["Charged next", "下次收取", "下次收取"];
    nothing_later => ["Nothing is charged later.", "之後不再收取費用。", "之后不再收取费用。"];
    at_known_prices => [
        "Based on today's prices.",
        "依今日已知的價格計算。",
        "按今日已知的价格计算。",
    ];
    afterwards => ["After the change", "變更之後", "更改之后"];

    who_loses => ["Users who lose a license", "誰將失去授權", "谁将失去许可证"];
    too_many(assigned, count) => [
        "{assigned} licenses are assigned, {count} too many for this change. Select the users who lose a license before you submit.",
        "已指派 {assigned} 個授權，此變更後將多出 {count} 個。提交前請指定誰將失去授權。",
        "已分配 {assigned} 个许可证，此更改后将多出 {count} 个。提交前请指定谁将失去许可证。",
    ];
    chosen_lose => ["Users selected below", "下方選取的使用者", "下方选择的用户"];
    latest_lose => [
        "Users with the most recent assignments",
        "最後取得授權的使用者",
        "最后获得许可证的用户",
    ];
    latest_are(names) => [
        "Most recent assignments: {names}",
        "最後取得授權的使用者：{names}",
        "最后获得许可证的用户：{names}",
    ];
    latest_and_more(names, more) => [
        "Most recent assignments: {names}, and {more} more",
        "最後取得授權的使用者：{names}，以及另外 {more} 位",
        "最后获得许可证的用户：{names}，以及另外 {more} 位",
    ];
    others_choose => [
        "You don't manage this customer's users, so the users with the most recent assignments lose their licenses. To choose other users, first ask the customer or its reseller to withdraw their licenses.",
        "您不管理此客戶的使用者，因此最後取得授權的使用者將失去授權。若應為其他使用者，請先由客戶或其經銷商收回這些授權。",
        "你不管理此客户的用户，因此最后获得许可证的用户将失去许可证。如应为其他用户，请先由客户或其经销商收回这些许可证。",
    ];
    held_since(day) => ["Since {day}", "自 {day} 起", "自 {day} 起"];
    search => ["Search", "搜尋", "搜索"];
    search_holders => ["Search by name or account", "依姓名或帳戶搜尋", "按姓名或帐户搜索"];
    more_holders => [
        "More users have a license than are listed here. Search for the users you want to select, or choose the most recent assignments.",
        "使用者多於此處所列。請搜尋要選取的使用者，或改為由最後取得授權者失去授權。",
        "用户多于此处所列。请搜索要选择的用户，或改为由最后获得许可证者失去许可证。",
    ];
    no_holder_found => ["No users found.", "找不到使用者。", "找不到用户。"];
    lose_later => ["Users will lose their license", "使用者將失去授權", "用户将失去许可证"];
    lose_later_who(count) => [
        "Assigned licenses exceed the number after the renewal by {count}. Unless enough are withdrawn by then, the users with the most recent assignments lose theirs.",
        "已指派的授權比續訂後多 {count} 個。若未在續訂前收回足夠的授權，最後取得授權的使用者將失去授權。",
        "已分配的许可证比续订后多 {count} 个。若未在续订前收回足够的许可证，最后获得许可证的用户将失去许可证。",
    ];
    submit => ["Submit", "提交", "提交"];
    keep => ["Back without changes", "返回，不變更", "返回，不更改"];
}
