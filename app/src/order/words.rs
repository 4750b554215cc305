//! **New subscription**: the partner of record, and the way on.

pub mod history;

use crate::i18n::messages;

messages! {
    partner_of_record => ["Indirect reseller (partner of record)", "間接經銷商（記錄合作夥伴）", "间接经销商（记录合作伙伴）"];
    partner_of_record_hint => [
        "The reseller earns incentives on the new subscriptions, if applicable.",
        "如適用，它會獲得新訂閱的獎勵。",
        "如适用，它会获得新订阅的激励。",
    ];
    no_partner_of_record => ["None: no one earns incentives", "無：沒有人獲得獎勵", "无：没有人获得激励"];
    no_resellers => [
        "None of your indirect resellers has a relationship with this customer, so no one can earn incentives.",
        "與您合作的間接經銷商都與此客戶沒有關係，因此沒有人能獲得獎勵。",
        "与你合作的间接经销商都与此客户没有关系，因此没有人能获得激励。",
    ];
    review => ["Review order", "檢閱訂單", "查看订单"];
    review_lead => [
        "Nothing is ordered yet. Check what each line costs and what is charged now.",
        "尚未訂購。請檢查每一行的價格與現在收取的金額。",
        "尚未订购。请检查每一行的价格与现在收取的金额。",
    ];
    cannot_be_placed => ["This order can't be placed as it is", "此訂單目前無法提交", "此订单目前无法提交"];
    in_part => ["Some lines can't be ordered", "部分項目無法訂購", "部分项目无法订购"];
    in_part_why => [
        "Each line shows the reason, and the totals don't include these lines. Remove them, change the order, or order the other lines. Lines that can't be ordered stay in the order form.",
        "原因列於各項目旁，總計不含這些項目。您可以將其移除、變更訂單，或先訂購其他項目：無法訂購的項目會保留在訂單表單中。",
        "原因列于各项目旁，总计不含这些项目。你可以将其移除、更改订单，或先订购其他项目：无法订购的项目会保留在订单表单中。",
    ];
    remove_line => ["Remove this line", "移除此項目", "移除此项目"];
    remove_line_of(product) => ["Remove this line: {product}", "移除此項目：{product}", "移除此项目：{product}"];
    order_others => ["Order the other lines", "訂購其他項目", "订购其他项目"];
    charged_now => ["Charged now", "現在收取", "现在收取"];
    per_license => ["Per license per term", "每份授權整個期限", "每个许可证整个期限"];
    per_term => ["Total for the term", "整個期限總計", "整个期限总计"];
    price_is_kept => [
        "Each subscription keeps these prices until it renews.",
        "每個訂閱在續訂之前都保留這些價格。",
        "每个订阅在续订之前都保留这些价格。",
    ];
    change => ["Change the order", "變更訂單", "更改订单"];
    submit => ["Submit", "提交", "提交"];
    cancel => ["Cancel", "取消", "取消"];
    refused => ["You can't order for this customer", "您無法為此客戶訂購", "你无法为此客户订购"];
    back => ["Back to the customer", "返回客戶", "返回客户"];
}
