//! Written types in bodies: what is left out of them is found out.
//!
//! In: a type as it is written (`Vec<_>`, `HashMap`). Out: the type, with a variable for each part that is not written.

use super::bodies::Walk;
use super::types::Type;
use crate::facts::Ty;

impl Walk<'_> {
    /// A written type in this body; what is left out of it is found out.
    pub(super) fn lowered(&mut self, ty: &Ty) -> Type {
        if matches!(ty, Ty::Infer) {
            return self.fresh();
        }
        let known = self.cx.lower(self.module, &self.env, ty);
        let known = self.open_holes(&known, ty);
        self.deep(&known)
    }

    /// `Vec<_>`, `(_, &[_])`: a variable for each hole.
    fn open_holes(&mut self, known: &Type, written: &Ty) -> Type {
        match (written, known) {
            (Ty::Infer, _) => self.fresh(),
            (Ty::Path(path), _) => match path.segs.last().and_then(|seg| seg.args.as_ref()) {
                Some(args) => self.open_arguments(known, &args.types),
                None => self.filled(known),
            },
            (Ty::Ref(written), Type::Ref(inner)) => self.open_holes(inner, written).reference(),
            (Ty::Slice(written) | Ty::Array(written), Type::Slice(inner)) => {
                Type::Slice(std::sync::Arc::new(self.open_holes(inner, written)))
            }
            (Ty::Tuple(written), Type::Tuple(types)) if written.len() == types.len() => {
                let pairs = types.iter().zip(written);
                Type::Tuple(pairs.map(|(ty, written)| self.open_holes(ty, written)).collect())
            }
            _ => known.clone(),
        }
    }

    fn open_arguments(&mut self, known: &Type, written: &[Ty]) -> Type {
        let mut open = |types: &[Type]| -> std::sync::Arc<[Type]> {
            let pairs = types.iter().zip(written);
            let mut list: Vec<Type> = pairs.map(|(ty, written)| self.open_holes(ty, written)).collect();
            list.extend(types.iter().skip(list.len()).cloned());
            list.into()
        };
        match known {
            Type::Adt(def, types) => Type::Adt(*def, open(types)),
            Type::Ext(path, types) => Type::Ext(*path, open(types)),
            other => other.clone(),
        }
    }

    /// A type with variables for the arguments that are not written.
    pub(super) fn filled(&mut self, ty: &Type) -> Type {
        let arity = ty.head().and_then(|head| self.cx.arity(head)).unwrap_or(0) as usize;
        let mut fill = |args: &[Type]| -> std::sync::Arc<[Type]> {
            let mut args = args.to_vec();
            while args.len() < arity {
                args.push(self.fresh());
            }
            args.into()
        };
        match ty {
            Type::Adt(def, args) if args.len() < arity => Type::Adt(*def, fill(args)),
            Type::Ext(path, args) if args.len() < arity => Type::Ext(*path, fill(args)),
            other => other.clone(),
        }
    }
}
