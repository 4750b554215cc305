//! Tells cargo to rebuild when migrations change: they are compiled into the program.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
