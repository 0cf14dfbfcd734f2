//! Expressions and blocks.

use super::Lower;
use super::attrs::conditions;
use crate::facts::body::{Arm, BinaryOp, Block, BlockKind, Closure, LetStmt, Lit, MethodCall, StructLit};
use crate::facts::{Cfg, Expr, ExprId};
use crate::model::{Name, name};

impl Lower<'_> {
    pub(super) fn add_expr(&mut self, expr: Expr) -> ExprId {
        self.body.exprs.push(expr);
        self.body.exprs.len() as ExprId - 1
    }

    fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e syn::Expr>) -> Box<[ExprId]> {
        exprs.into_iter().map(|expr| self.operand(expr)).collect()
    }

    /// An expression where conditions may stand before it.
    pub(super) fn operand(&mut self, expr: &syn::Expr) -> ExprId {
        let read = self.expr(expr);
        self.under_conditions(conditions(expr_attrs(expr)), read)
    }

    /// An expression that exists where conditions hold.
    pub(super) fn under_conditions(&mut self, cfg: Vec<Cfg>, expr: ExprId) -> ExprId {
        if cfg.is_empty() {
            return expr;
        }
        // Beside those under which it exists already.
        if let Some(Expr::Under(own, _)) = self.body.exprs.get_mut(expr as usize) {
            *own = own.iter().cloned().chain(cfg).collect();
            return expr;
        }
        self.add_expr(Expr::Under(cfg.into(), expr))
    }

    pub(super) fn expr(&mut self, expr: &syn::Expr) -> ExprId {
        self.member_attrs(expr_attrs(expr));
        let read = match expr {
            syn::Expr::Path(path) => self.value_of_path(path),
            syn::Expr::Lit(literal) => Expr::Lit(self.literal(&literal.lit)),
            syn::Expr::Call(call) => {
                let func = self.expr(&call.func);
                Expr::Call(func, self.exprs(&call.args))
            }
            syn::Expr::MethodCall(call) => self.method_call(call),
            syn::Expr::Field(field) => {
                let base = self.expr(&field.base);
                let (name, span) = self.member(&field.member);
                Expr::Field(base, name, span)
            }
            syn::Expr::Struct(literal) => self.struct_literal(literal),
            syn::Expr::Tuple(tuple) => Expr::Tuple(self.exprs(&tuple.elems)),
            syn::Expr::Array(array) => Expr::Array(self.exprs(&array.elems)),
            syn::Expr::Repeat(repeat) => Expr::Repeat(self.expr(&repeat.expr), self.expr(&repeat.len)),
            syn::Expr::Paren(inner) => return self.expr(&inner.expr),
            syn::Expr::Group(inner) => return self.expr(&inner.expr),
            syn::Expr::Binary(binary) => self.binary(binary),
            syn::Expr::Unary(unary) => {
                let operand = self.expr(&unary.expr);
                if matches!(unary.op, syn::UnOp::Deref(_)) { Expr::Deref(operand) } else { Expr::Unary(operand) }
            }
            syn::Expr::Reference(reference) => Expr::Ref(self.expr(&reference.expr)),
            syn::Expr::RawAddr(reference) => Expr::Ref(self.expr(&reference.expr)),
            syn::Expr::Cast(cast) => {
                let operand = self.expr(&cast.expr);
                Expr::Cast(operand, Box::new(self.ty(&cast.ty)))
            }
            syn::Expr::Index(index) => Expr::Index(self.expr(&index.expr), self.expr(&index.index)),
            syn::Expr::Range(range) => self.range(range),
            syn::Expr::Try(attempt) => Expr::Try(self.expr(&attempt.expr)),
            syn::Expr::Await(wait) => Expr::Await(self.expr(&wait.base)),
            syn::Expr::Assign(assign) => Expr::Assign(self.expr(&assign.left), self.expr(&assign.right)),
            syn::Expr::Let(condition) => {
                let value = self.expr(&condition.expr);
                Expr::Let(self.pat(&condition.pat), value)
            }
            syn::Expr::Return(leave) => Expr::Leave(leave.expr.as_ref().map(|value| self.expr(value))),
            syn::Expr::Break(leave) => {
                let label = leave.label.as_ref().map(|label| Self::name(&label.ident));
                Expr::Break(leave.expr.as_ref().map(|value| self.expr(value)), label)
            }
            syn::Expr::Yield(leave) => Expr::Leave(leave.expr.as_ref().map(|value| self.expr(value))),
            syn::Expr::Macro(call) => return self.macro_call(&call.mac),
            syn::Expr::Continue(_) => Expr::Leave(None),
            syn::Expr::Infer(_) => Expr::Unknown,
            syn::Expr::Verbatim(tokens) => {
                self.unknown_tokens(tokens);
                Expr::Unknown
            }
            other => return self.flow(other),
        };
        self.add_expr(read)
    }

    /// Expressions that hold blocks.
    fn flow(&mut self, expr: &syn::Expr) -> ExprId {
        let read = match expr {
            syn::Expr::Block(block) => {
                let kind = label(block.label.as_ref()).map_or(BlockKind::Plain, BlockKind::Labelled);
                return self.block(&block.block, kind);
            }
            syn::Expr::Unsafe(block) => return self.block(&block.block, BlockKind::Plain),
            syn::Expr::Const(block) => return self.block(&block.block, BlockKind::Plain),
            syn::Expr::Async(block) => return self.block(&block.block, BlockKind::Async),
            syn::Expr::TryBlock(block) => return self.block(&block.block, BlockKind::Try),
            syn::Expr::Loop(repeat) => return self.block(&repeat.body, BlockKind::Loop(label(repeat.label.as_ref()))),
            syn::Expr::If(branch) => {
                let condition = self.expr(&branch.cond);
                let then = self.block(&branch.then_branch, BlockKind::Plain);
                let otherwise = branch.else_branch.as_ref().map(|(_, other)| self.expr(other));
                Expr::If(condition, then, otherwise)
            }
            syn::Expr::While(repeat) => {
                let condition = self.expr(&repeat.cond);
                Expr::While(condition, self.block(&repeat.body, BlockKind::Plain))
            }
            syn::Expr::ForLoop(repeat) => {
                let source = self.expr(&repeat.expr);
                let pat = self.pat(&repeat.pat);
                Expr::For(pat, source, self.block(&repeat.body, BlockKind::Plain))
            }
            syn::Expr::Match(choice) => {
                let value = self.expr(&choice.expr);
                let arms = choice.arms.iter().map(|arm| self.arm(arm)).collect();
                Expr::Match(value, arms)
            }
            syn::Expr::Closure(closure) => self.closure(closure),
            other => {
                self.unknown_tokens(&quote::ToTokens::to_token_stream(other));
                Expr::Unknown
            }
        };
        self.add_expr(read)
    }

    /// A path as a value; one that is a word of the rules of a macro is marked.
    fn value_of_path(&mut self, path: &syn::ExprPath) -> Expr {
        let is_made = path.path.get_ident().is_some_and(|ident| self.is_made(ident));
        let path = self.qualified(path.qself.as_ref(), &path.path);
        let path = self.add_path(path);
        if is_made {
            self.body.made_paths.push(path);
        }
        Expr::Path(path)
    }

    fn range(&mut self, range: &syn::ExprRange) -> Expr {
        let start = range.start.as_ref().map(|end| self.expr(end));
        Expr::Range(start, range.end.as_ref().map(|end| self.expr(end)))
    }

    fn method_call(&mut self, call: &syn::ExprMethodCall) -> Expr {
        let receiver = self.expr(&call.receiver);
        let types = call.turbofish.as_ref().map(|args| self.angle_args(args).types).unwrap_or_default();
        let name = Self::name(&call.method);
        Expr::Method(Box::new(MethodCall {
            receiver,
            name,
            span: self.ident_span(&call.method, name),
            types,
            args: self.exprs(&call.args).into_vec(),
        }))
    }

    fn struct_literal(&mut self, literal: &syn::ExprStruct) -> Expr {
        let path = self.qualified(literal.qself.as_ref(), &literal.path);
        let path = self.add_path(path);
        let fields = literal.fields.iter().map(|field| {
            self.member_attrs(&field.attrs);
            let (name, span) = self.member(&field.member);
            let value = self.expr(&field.expr);
            (name, span, self.under_conditions(conditions(&field.attrs), value))
        });
        let fields = fields.collect();
        let rest = literal.rest.as_ref().map(|rest| self.expr(rest));
        Expr::Struct(Box::new(StructLit { path, fields, rest }))
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> Expr {
        use syn::BinOp;
        let left = self.expr(&binary.left);
        let right = self.expr(&binary.right);
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => Expr::Binary(BinaryOp::Lazy, left, right),
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                Expr::Binary(BinaryOp::Compare, left, right)
            }
            BinOp::Add(_) => Expr::Binary(BinaryOp::Arithmetic(name("Add")), left, right),
            BinOp::Sub(_) => Expr::Binary(BinaryOp::Arithmetic(name("Sub")), left, right),
            BinOp::Mul(_) => Expr::Binary(BinaryOp::Arithmetic(name("Mul")), left, right),
            BinOp::Div(_) => Expr::Binary(BinaryOp::Arithmetic(name("Div")), left, right),
            BinOp::Rem(_) => Expr::Binary(BinaryOp::Arithmetic(name("Rem")), left, right),
            BinOp::BitXor(_) => Expr::Binary(BinaryOp::Arithmetic(name("BitXor")), left, right),
            BinOp::BitAnd(_) => Expr::Binary(BinaryOp::Arithmetic(name("BitAnd")), left, right),
            BinOp::BitOr(_) => Expr::Binary(BinaryOp::Arithmetic(name("BitOr")), left, right),
            BinOp::Shl(_) => Expr::Binary(BinaryOp::Arithmetic(name("Shl")), left, right),
            BinOp::Shr(_) => Expr::Binary(BinaryOp::Arithmetic(name("Shr")), left, right),
            _ => Expr::AssignOp(left, right),
        }
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        self.member_attrs(&arm.attrs);
        let (pat, guard) = match &arm.pat {
            syn::Pat::Guard(guarded) => (self.pat(&guarded.pat), Some(self.expr(&guarded.guard))),
            pat => (self.pat(pat), None),
        };
        let body = self.expr(&arm.body);
        Arm { pat, guard, body: self.under_conditions(conditions(&arm.attrs), body) }
    }

    fn closure(&mut self, closure: &syn::ExprClosure) -> Expr {
        let mut params = vec![];
        for input in &closure.inputs {
            let attrs = super::patterns::pat_attrs(input);
            self.member_attrs(attrs);
            let (pat, ty) = match input {
                syn::Pat::Type(typed) => {
                    let ty = self.ty(&typed.ty);
                    (self.pat(&typed.pat), Some(ty))
                }
                pat => (self.pat(pat), None),
            };
            params.push((self.pat_under_conditions(conditions(attrs), pat), ty));
        }
        let ret = match &closure.output {
            syn::ReturnType::Default => None,
            syn::ReturnType::Type(_, ty) => Some(self.ty(ty)),
        };
        let is_async = closure.asyncness.is_some();
        Expr::Closure(Box::new(Closure { params, ret, body: self.expr(&closure.body), is_async }))
    }

    pub(super) fn block(&mut self, block: &syn::Block, kind: BlockKind) -> ExprId {
        let has_items = block.stmts.iter().any(|stmt| matches!(stmt, syn::Stmt::Item(_) | syn::Stmt::Macro(_)));
        let mut read = Block { scope: None, kind, stmts: vec![], tail: None };
        let known = self.block_macros.len();
        if has_items {
            let scope = self.scoped(None, true, |lower| lower.stmts(&block.stmts, &mut read));
            read.scope = Some(scope);
        } else {
            self.stmts(&block.stmts, &mut read);
        }
        self.block_macros.truncate(known);
        self.add_expr(Expr::Block(Box::new(read)))
    }

    pub(super) fn local(&mut self, local: &syn::Local) -> LetStmt {
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let otherwise = local.init.as_ref().and_then(|init| init.diverge.as_ref());
        let otherwise = otherwise.map(|(_, block)| self.expr(block));
        let (pat, ty) = match &local.pat {
            syn::Pat::Type(typed) => {
                let ty = self.ty(&typed.ty);
                (self.pat(&typed.pat), Some(ty))
            }
            pat => (self.pat(pat), None),
        };
        LetStmt { pat, ty, value, otherwise, cfg: conditions(&local.attrs) }
    }

    pub(super) fn literal(&self, literal: &syn::Lit) -> Lit {
        let suffix = |text: &str| Some(text).filter(|text| !text.is_empty()).map(name);
        match literal {
            syn::Lit::Str(text) => Lit::Str(self.span(text.span())),
            syn::Lit::ByteStr(_) => Lit::Bytes,
            syn::Lit::CStr(_) => Lit::CStr,
            syn::Lit::Byte(_) => Lit::Byte,
            syn::Lit::Char(_) => Lit::Char,
            syn::Lit::Bool(_) => Lit::Bool,
            syn::Lit::Float(value) => Lit::Float(suffix(value.suffix())),
            syn::Lit::Int(value) => Lit::Int(suffix(value.suffix())),
            _ => Lit::Int(None),
        }
    }
}

fn label(label: Option<&syn::Label>) -> Option<Name> {
    label.map(|label| Lower::name(&label.name.ident))
}

/// Attributes that may stand before an expression.
pub(super) fn expr_attrs(expr: &syn::Expr) -> &[syn::Attribute] {
    macro_rules! attrs_of {
        ($($kind:ident)*) => {
            match expr {
                $(syn::Expr::$kind(expr) => &expr.attrs,)*
                _ => &[],
            }
        };
    }
    attrs_of!(
        Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple Unary Unsafe While Yield
    )
}
