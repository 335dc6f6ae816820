//! A length that is calculated from a token has a name, as the token has.

use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use super::check;
use super::source::Source;

#[test]
fn a_multiple_of_a_token_has_a_name() {
    check(
        |source| match source.layer() == "ui" && source.path != "ui/tokens.rs" {
            true => nameless(source),
            false => Vec::new(),
        },
        &[
            ("ui/a.rs", "fn f(width: f32) -> f32 { width - 2.0 * tokens::XL }"),
            ("ui/a.rs", "fn f() -> f32 { tokens::XL * 2.0 }"),
            ("ui/a.rs", "fn f() -> f32 { tokens::XL / 2.0 }"),
            ("ui/a.rs", "fn f() -> f32 { 2.0 * (tokens::XL + tokens::LINE) }"),
            ("ui/a.rs", "fn f() { ui.add_space(tokens::XL * 2.0); }"),
        ],
        &[
            ("ui/a.rs", "/// The width of three buttons.\nconst TOOLS: f32 = 3.0 * tokens::CONTROL;"),
            ("ui/a.rs", "fn f(rows: f32) -> f32 { rows * tokens::ROW - tokens::both(tokens::M) }"),
            ("ui/tokens.rs", "pub fn f() -> f32 { 2.0 * tokens::XL }"),
        ],
    );
}

fn nameless(source: &Source) -> Vec<String> {
    let mut nameless = Nameless(Vec::new());
    nameless.visit_file(&syn::parse_file(&source.text).unwrap());
    let at = |line: &usize| format!("src/{}:{line}: a multiple of a token without a name", source.path);
    nameless.0.iter().map(at).collect()
}

/// The lines of the multiples that are not constants.
struct Nameless(Vec<usize>);

impl<'ast> Visit<'ast> for Nameless {
    fn visit_item_const(&mut self, _named: &'ast syn::ItemConst) {}

    fn visit_expr_binary(&mut self, sum: &'ast syn::ExprBinary) {
        let sides = [&*sum.left, &*sum.right];
        let is_multiple = matches!(sum.op, syn::BinOp::Mul(_) | syn::BinOp::Div(_))
            && sides.iter().any(|side| matches!(side, syn::Expr::Lit(_)))
            && sides.iter().any(|side| is_token(side));
        if is_multiple {
            self.0.push(sum.left.span().start().line);
        }
        visit::visit_expr_binary(self, sum);
    }
}

/// A token, or tokens added up.
fn is_token(length: &syn::Expr) -> bool {
    match length {
        syn::Expr::Path(name) => name.path.segments.first().is_some_and(|first| first.ident == "tokens"),
        syn::Expr::Paren(inside) => is_token(&inside.expr),
        syn::Expr::Binary(sum) => is_token(&sum.left) && is_token(&sum.right),
        _ => false,
    }
}
