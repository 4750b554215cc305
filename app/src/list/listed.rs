/// A list that has a page and a file of its own. The server says where its rows are, under the same name.
pub trait Listed {
    /// The path of its page; the file is beside it.
    const PATH: &'static str;
    /// What is known of a row.
    type Row: Send + Sync + 'static;
    /// What its page shows: a page of rows, and what stands around it.
    type Page: Send + 'static;
}
