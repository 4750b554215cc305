//! The words about another legal location.

use crate::i18n::messages;

messages! {
    change => ["Change country/region", "變更國家/地區", "更改国家/地区"];
    change_named(name) => [
        "Change the country/region of {name}",
        "變更 {name} 的國家/地區",
        "更改 {name} 的国家/地区",
    ];
    region => [
        "The country/region determines the CSP region of its new partnerships and customers",
        "國家/地區決定新合作關係與新客戶所屬的 CSP 地區",
        "国家/地区决定新合作关系和新客户所属的 CSP 区域",
    ];
    blocked => [
        "Its MPN ID must belong to that country/region, and its partners and customers must be in that CSP region",
        "其 MPN ID 必須屬於該國家/地區，其合作夥伴與客戶必須位於該 CSP 地區",
        "其 MPN ID 必须属于该国家/地区，其合作伙伴和客户必须位于该 CSP 区域",
    ];
    listing => [
        "If its listing in Find a provider has a location outside the new region, the listing is removed",
        "若其在「尋找提供者」中的資料有位置不在新地區，該資料會移除",
        "如果其在“查找提供商”中的资料有位置不在新区域，该资料会移除",
    ];
    again => [
        "If it enrolled itself, its business check starts again",
        "如果是自行註冊的合作夥伴，其企業檢查會重新開始",
        "如果是自行注册的合作伙伴，其企业检查会重新开始",
    ];
}
