// Labels that the tests press, in the portal's three languages: literally those of the seed documents, where they have
// them.
export type Language = "en" | "zh-Hant" | "zh-Hans";
export const languages: Language[] = ["en", "zh-Hant", "zh-Hans"];

const table = {
  requestPartnership: ["Request a partnership", "要求建立合作關係", "请求建立合作关系"],
  send: ["Send", "傳送", "发送"],
  signIn: ["Sign in", "登入", "登录"],
  createOne: ["Create one", "建立新的租用戶", "创建一个"],
  authorizeProvider: ["Authorize indirect provider", "授權間接提供者", "授权间接提供商"],
  indirectResellers: ["Indirect resellers", "間接經銷商", "间接经销商"],
  indirectProviders: ["Indirect providers", "間接提供者", "间接提供商"],
  customers: ["Customers", "客戶", "客户"],
  inviteNewCustomers: ["Invite new customers", "邀請新客戶", "邀请新客户"],
  viewCustomers: ["View customers", "檢視客戶", "查看客户"],
  addNewCustomer: ["Add new customer", "新增新的客戶", "添加新客户"],
  addSubscription: ["Add subscription", "新增訂閱", "添加订阅"],
  newSubscription: ["New subscription", "新訂閱", "新订阅"],
  nextSubscriptions: ["Next: Subscriptions", "下一步: 訂閱", "下一步: 订阅"],
  nextReview: ["Next: Review", "下一步: 檢閱", "下一步: 查看"],
  reviewOrder: ["Review order", "檢閱訂單", "查看订单"],
  createCustomer: ["Create customer and place order", "建立客戶並下訂單", "创建客户并下订单"],
  done: ["Done", "完成", "完成"],
  add: ["Add", "新增", "添加"],
  search: ["Search", "搜尋", "搜索"],
  confirmation: ["Confirmation", "確認", "确认"],
  setupInfo: ["Setup info", "安裝資訊", "安装信息"],
  endPartnership: ["End partnership", "結束合作關係", "结束合作关系"],
  createWorkAccount: ["Create work account", "建立工作帳戶", "创建工作帐户"],
  authorize: ["Authorize", "授權", "授权"],
  putLinkBack: ["Put the link back", "放回連結", "放回链接"],
  whoCanAct: ["Who can act for us", "誰可以代表我們", "谁可以代表我们"],
  changeLicenses: ["Change licenses", "變更授權數", "更改许可证数"],
  preview: ["Preview", "預覽", "预览"],
  submit: ["Submit", "提交", "提交"],
  back: ["Back without changes", "返回，不變更", "返回，不更改"],
  undo: ["Undo", "復原", "撤销"],
  suspended: ["Suspended", "已暫停", "已暂停"],
  usersAndLicenses: ["Users and licenses", "使用者與授權", "用户和许可证"],
  assign: ["Assign", "指派", "分配"],
  cancel: ["Cancel", "取消", "取消"],
  withdraw: ["Withdraw", "收回", "收回"],
  withdrawSelected: ["Withdraw from selected users", "收回所選使用者的授權", "收回所选用户的许可证"],
  noLicenses: ["You have no licenses", "您沒有授權", "你没有许可证"],
  addUser: ["Add user", "新增使用者", "添加用户"],
  removed: ["Removed", "已移除", "已移除"],
  blocked: ["Blocked", "已封鎖", "已阻止"],
} as const;

export type Word = keyof typeof table;

export function words(language: Language): (word: Word) => string {
  const column = languages.indexOf(language);
  return (word) => table[word][column];
}
