//! The words of the ways from an organization's page.

use crate::i18n::messages;

messages! {
    title => ["In the program", "在計畫中", "在计划中"];
    enrollment => ["Enrollment", "註冊", "注册"];
    see_case => ["View case", "檢視案件", "查看案例"];
    change => ["Directory change", "目錄變更", "目录更改"];
    see_change => ["View latest change", "檢視最新變更", "查看最新更改"];
    directory => ["Find a provider", "尋找提供者", "查找提供商"];
    see_listing => ["View listing", "檢視資料", "查看资料"];
    see_member => ["View in the registry", "在登錄中檢視", "在登记册中查看"];
}
