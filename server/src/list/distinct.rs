//! The values that a column has, such as the countries to filter by: each is one step in the column's index, however
//! many rows have it.

use sqlx::{PgConnection, Postgres, QueryBuilder};

/// The different texts in this column of the rows that fulfill this condition, in order. The arguments are SQL, written
/// in this program and nowhere else.
pub(crate) async fn distinct(
    db: &mut PgConnection,
    table: &'static str,
    column: &'static str,
    condition: &'static str,
) -> Result<Vec<String>, sqlx::Error> {
    let mut query = QueryBuilder::<Postgres>::new("with recursive value (text) as (");
    query.push(format_args!(
        "(select {column} from {table} where {condition} order by {column} limit 1)
         union all
         select (select {column} from {table} where {condition} and {column} > value.text order by {column} limit 1)
         from value where value.text is not null
         ) select text from value where text is not null"
    ));
    query
        .build_query_scalar()
        .persistent(false)
        .fetch_all(db)
        .await
}
