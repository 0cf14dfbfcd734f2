//! Signatures of std: iterators, collections, paths, files, network, processes. Written by hand; bodies are left out.

pub mod iter {
    pub trait Iterator {
        type Item;
        fn next(&mut self) -> Option<Self::Item>;
        fn size_hint(&self) -> (usize, Option<usize>) {}
        fn count(self) -> usize {}
        fn last(self) -> Option<Self::Item> {}
        fn nth(&mut self, n: usize) -> Option<Self::Item> {}
        fn step_by(self, step: usize) -> StepBy<Self> {}
        fn chain<U: IntoIterator<Item = Self::Item>>(self, other: U) -> Chain<Self, U::IntoIter> {}
        fn zip<U: IntoIterator>(self, other: U) -> Zip<Self, U::IntoIter> {}
        fn map<B, F: FnMut(Self::Item) -> B>(self, f: F) -> Map<Self, F> {}
        fn for_each<F: FnMut(Self::Item)>(self, f: F) {}
        fn filter<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> Filter<Self, P> {}
        fn filter_map<B, F: FnMut(Self::Item) -> Option<B>>(self, f: F) -> FilterMap<Self, F> {}
        fn enumerate(self) -> Enumerate<Self> {}
        fn peekable(self) -> Peekable<Self> {}
        fn skip_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> SkipWhile<Self, P> {}
        fn take_while<P: FnMut(&Self::Item) -> bool>(self, predicate: P) -> TakeWhile<Self, P> {}
        fn map_while<B, P: FnMut(Self::Item) -> Option<B>>(self, predicate: P) -> MapWhile<Self, P> {}
        fn skip(self, n: usize) -> Skip<Self> {}
        fn take(self, n: usize) -> Take<Self> {}
        fn scan<St, B, F: FnMut(&mut St, Self::Item) -> Option<B>>(self, initial_state: St, f: F) -> Scan<Self, St, F> {
        }
        fn flat_map<U: IntoIterator, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F> {}
        fn flatten(self) -> Flatten<Self>
        where
            Self::Item: IntoIterator,
        {
        }
        fn fuse(self) -> Fuse<Self> {}
        fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F> {}
        fn by_ref(&mut self) -> &mut Self {}
        fn collect<B: FromIterator<Self::Item>>(self) -> B {}
        fn partition<B: Default + Extend<Self::Item>, F: FnMut(&Self::Item) -> bool>(self, f: F) -> (B, B) {}
        fn try_fold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, f: F) -> R {}
        fn try_for_each<F: FnMut(Self::Item) -> R, R: Try<Output = ()>>(&mut self, f: F) -> R {}
        fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {}
        fn reduce<F: FnMut(Self::Item, Self::Item) -> Self::Item>(self, f: F) -> Option<Self::Item> {}
        fn all<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
        fn any<F: FnMut(Self::Item) -> bool>(&mut self, f: F) -> bool {}
        fn find<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {}
        fn find_map<B, F: FnMut(Self::Item) -> Option<B>>(&mut self, f: F) -> Option<B> {}
        fn position<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize> {}
        fn rposition<P: FnMut(Self::Item) -> bool>(&mut self, predicate: P) -> Option<usize>
        where
            Self: ExactSizeIterator + DoubleEndedIterator,
        {
        }
        fn max(self) -> Option<Self::Item>
        where
            Self::Item: Ord,
        {
        }
        fn min(self) -> Option<Self::Item>
        where
            Self::Item: Ord,
        {
        }
        fn max_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
        fn max_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(self, compare: F) -> Option<Self::Item> {}
        fn min_by_key<B: Ord, F: FnMut(&Self::Item) -> B>(self, f: F) -> Option<Self::Item> {}
        fn min_by<F: FnMut(&Self::Item, &Self::Item) -> std::cmp::Ordering>(self, compare: F) -> Option<Self::Item> {}
        fn rev(self) -> Rev<Self>
        where
            Self: DoubleEndedIterator,
        {
        }
        fn unzip<A, B, FromA: Default + Extend<A>, FromB: Default + Extend<B>>(self) -> (FromA, FromB)
        where
            Self: Iterator<Item = (A, B)>,
        {
        }
        fn copied<T: Copy>(self) -> Copied<Self>
        where
            Self: Iterator<Item = &T>,
        {
        }
        fn cloned<T: Clone>(self) -> Cloned<Self>
        where
            Self: Iterator<Item = &T>,
        {
        }
        fn cycle(self) -> Cycle<Self>
        where
            Self: Clone,
        {
        }
        fn sum<S: Sum<Self::Item>>(self) -> S {}
        fn product<P: Product<Self::Item>>(self) -> P {}
        fn cmp<I: IntoIterator<Item = Self::Item>>(self, other: I) -> std::cmp::Ordering {}
        fn partial_cmp<I: IntoIterator>(self, other: I) -> Option<std::cmp::Ordering>
        where
            Self::Item: PartialOrd<I::Item>,
        {
        }
        fn eq<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialEq<I::Item>,
        {
        }
        fn ne<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialEq<I::Item>,
        {
        }
        fn lt<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialOrd<I::Item>,
        {
        }
        fn le<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialOrd<I::Item>,
        {
        }
        fn gt<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialOrd<I::Item>,
        {
        }
        fn ge<I: IntoIterator>(self, other: I) -> bool
        where
            Self::Item: PartialOrd<I::Item>,
        {
        }
        fn is_sorted(self) -> bool
        where
            Self::Item: PartialOrd,
        {
        }
        fn is_sorted_by<F: FnMut(&Self::Item, &Self::Item) -> bool>(self, compare: F) -> bool {}
        fn is_sorted_by_key<F: FnMut(Self::Item) -> K, K: PartialOrd>(self, f: F) -> bool {}
    }
    impl<I: Iterator> Iterator for &mut I {
        type Item = I::Item;
    }

    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item>;
        fn nth_back(&mut self, n: usize) -> Option<Self::Item> {}
        fn try_rfold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, f: F) -> R {}
        fn rfold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, f: F) -> B {}
        fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, predicate: P) -> Option<Self::Item> {}
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for &mut I {}

    pub trait ExactSizeIterator: Iterator {
        fn len(&self) -> usize {}
    }
    impl<I: ExactSizeIterator> ExactSizeIterator for &mut I {}

    pub trait FusedIterator: Iterator {}
    impl<I: FusedIterator> FusedIterator for &mut I {}

    pub trait IntoIterator {
        type Item;
        type IntoIter: Iterator<Item = Self::Item>;
        fn into_iter(self) -> Self::IntoIter;
    }
    impl<I: Iterator> IntoIterator for I {
        type Item = I::Item;
        type IntoIter = I;
    }

    pub trait FromIterator<A> {
        fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
    }
    impl<A, B, C, D, AE, BE, CE, DE> FromIterator<(AE, BE, CE, DE)> for (A, B, C, D)
    where
        A: Default + Extend<AE>,
        B: Default + Extend<BE>,
        C: Default + Extend<CE>,
        D: Default + Extend<DE>,
    {
    }

    pub trait Extend<A> {
        fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
    }
    impl<A, B, C, D, EA: Extend<A>, EB: Extend<B>, EC: Extend<C>, ED: Extend<D>> Extend<(A, B, C, D)> for (EA, EB, EC, ED) {}

    pub trait Sum<A = Self> {
        fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    pub trait Product<A = Self> {
        fn product<I: Iterator<Item = A>>(iter: I) -> Self;
    }
    impl Sum<Duration> for Duration {}
    impl Sum<&Duration> for Duration {}

    pub struct StepBy<I>(I);
    impl<I: Iterator> Iterator for StepBy<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
    impl<I: Clone> Clone for StepBy<I> {}
    impl<I: Debug> Debug for StepBy<I> {}

    pub struct Chain<A, B>(A, B);
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
    }
    impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {}
    impl<A: FusedIterator, B: FusedIterator<Item = A::Item>> FusedIterator for Chain<A, B> {}
    impl<A: Clone, B: Clone> Clone for Chain<A, B> {}
    impl<A: Debug, B: Debug> Debug for Chain<A, B> {}
    impl<A: Default, B: Default> Default for Chain<A, B> {}

    pub struct Zip<A, B>(A, B);
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
    }
    impl<A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator
        for Zip<A, B>
    {
    }
    impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}
    impl<A: FusedIterator, B: FusedIterator> FusedIterator for Zip<A, B> {}
    impl<A: Clone, B: Clone> Clone for Zip<A, B> {}
    impl<A: Debug, B: Debug> Debug for Zip<A, B> {}

    pub struct Map<I, F>(I, F);
    impl<B, I: Iterator, F: FnMut(I::Item) -> B> Iterator for Map<I, F> {
        type Item = B;
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> B> DoubleEndedIterator for Map<I, F> {}
    impl<B, I: ExactSizeIterator, F: FnMut(I::Item) -> B> ExactSizeIterator for Map<I, F> {}
    impl<B, I: FusedIterator, F: FnMut(I::Item) -> B> FusedIterator for Map<I, F> {}
    impl<I: Clone, F: Clone> Clone for Map<I, F> {}
    impl<I: Debug, F> Debug for Map<I, F> {}

    pub struct Filter<I, P>(I, P);
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for Filter<I, P> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator, P: FnMut(&I::Item) -> bool> DoubleEndedIterator for Filter<I, P> {}
    impl<I: FusedIterator, P: FnMut(&I::Item) -> bool> FusedIterator for Filter<I, P> {}
    impl<I: Clone, P: Clone> Clone for Filter<I, P> {}
    impl<I: Debug, P> Debug for Filter<I, P> {}

    pub struct FilterMap<I, F>(I, F);
    impl<B, I: Iterator, F: FnMut(I::Item) -> Option<B>> Iterator for FilterMap<I, F> {
        type Item = B;
    }
    impl<B, I: DoubleEndedIterator, F: FnMut(I::Item) -> Option<B>> DoubleEndedIterator for FilterMap<I, F> {}
    impl<B, I: FusedIterator, F: FnMut(I::Item) -> Option<B>> FusedIterator for FilterMap<I, F> {}
    impl<I: Clone, F: Clone> Clone for FilterMap<I, F> {}
    impl<I: Debug, F> Debug for FilterMap<I, F> {}

    pub struct Enumerate<I>(I);
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
    }
    impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {}
    impl<I: FusedIterator> FusedIterator for Enumerate<I> {}
    impl<I: Clone> Clone for Enumerate<I> {}
    impl<I: Debug> Debug for Enumerate<I> {}
    impl<I: Default> Default for Enumerate<I> {}

    pub struct Peekable<I>(I);
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> {}
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> {}
        pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item> {}
        pub fn next_if_eq<T>(&mut self, expected: &T) -> Option<I::Item>
        where
            I::Item: PartialEq<T>,
        {
        }
        pub fn next_if_map<R, F: FnOnce(I::Item) -> Result<R, I::Item>>(&mut self, f: F) -> Option<R> {}
        pub fn next_if_map_mut<R, F: FnOnce(&mut I::Item) -> Option<R>>(&mut self, f: F) -> Option<R> {}
    }
    impl<I: Iterator> Iterator for Peekable<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
    impl<I: FusedIterator> FusedIterator for Peekable<I> {}
    impl<I: Iterator + Clone> Clone for Peekable<I> where I::Item: Clone {}
    impl<I: Iterator + Debug> Debug for Peekable<I> where I::Item: Debug {}

    pub struct SkipWhile<I, P>(I, P);
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for SkipWhile<I, P> {
        type Item = I::Item;
    }
    impl<I: FusedIterator, P: FnMut(&I::Item) -> bool> FusedIterator for SkipWhile<I, P> {}
    impl<I: Clone, P: Clone> Clone for SkipWhile<I, P> {}
    impl<I: Debug, P> Debug for SkipWhile<I, P> {}

    pub struct TakeWhile<I, P>(I, P);
    impl<I: Iterator, P: FnMut(&I::Item) -> bool> Iterator for TakeWhile<I, P> {
        type Item = I::Item;
    }
    impl<I: FusedIterator, P: FnMut(&I::Item) -> bool> FusedIterator for TakeWhile<I, P> {}
    impl<I: Clone, P: Clone> Clone for TakeWhile<I, P> {}
    impl<I: Debug, P> Debug for TakeWhile<I, P> {}

    pub struct MapWhile<I, P>(I, P);
    impl<B, I: Iterator, P: FnMut(I::Item) -> Option<B>> Iterator for MapWhile<I, P> {
        type Item = B;
    }
    impl<I: Clone, P: Clone> Clone for MapWhile<I, P> {}
    impl<I: Debug, P> Debug for MapWhile<I, P> {}

    pub struct Skip<I>(I);
    impl<I: Iterator> Iterator for Skip<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}
    impl<I: FusedIterator> FusedIterator for Skip<I> {}
    impl<I: Clone> Clone for Skip<I> {}
    impl<I: Debug> Debug for Skip<I> {}

    pub struct Take<I>(I);
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {}
    impl<T: Clone> DoubleEndedIterator for Take<Repeat<T>> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}
    impl<T: Clone> ExactSizeIterator for Take<Repeat<T>> {}
    impl<I: FusedIterator> FusedIterator for Take<I> {}
    impl<I: Clone> Clone for Take<I> {}
    impl<I: Debug> Debug for Take<I> {}

    pub struct Scan<I, St, F>(I, St, F);
    impl<B, I: Iterator, St, F: FnMut(&mut St, I::Item) -> Option<B>> Iterator for Scan<I, St, F> {
        type Item = B;
    }
    impl<I: Clone, St: Clone, F: Clone> Clone for Scan<I, St, F> {}
    impl<I: Debug, St: Debug, F> Debug for Scan<I, St, F> {}

    pub struct FlatMap<I, U, F>(I, U, F);
    impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
        type Item = U::Item;
    }
    impl<I: DoubleEndedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> where
        U::IntoIter: DoubleEndedIterator
    {
    }
    impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> FusedIterator for FlatMap<I, U, F> {}
    impl<I: Clone, U: IntoIterator, F: Clone> Clone for FlatMap<I, U, F> where U::IntoIter: Clone {}
    impl<I: Debug, U: IntoIterator, F> Debug for FlatMap<I, U, F> where U::IntoIter: Debug {}

    pub struct Flatten<I>(I);
    impl<I: Iterator> Iterator for Flatten<I>
    where
        I::Item: IntoIterator,
    {
        type Item = <I::Item as IntoIterator>::Item;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I> where I::Item: IntoIterator {}
    impl<I: Iterator> FusedIterator for Flatten<I> where I::Item: IntoIterator {}
    impl<I: Clone> Clone for Flatten<I> {}
    impl<I: Debug> Debug for Flatten<I> {}
    impl<I: Default> Default for Flatten<I> {}

    pub struct Fuse<I>(I);
    impl<I: Iterator> Iterator for Fuse<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> {}
    impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}
    impl<I: Iterator> FusedIterator for Fuse<I> {}
    impl<I: Clone> Clone for Fuse<I> {}
    impl<I: Debug> Debug for Fuse<I> {}
    impl<I: Default> Default for Fuse<I> {}

    pub struct Inspect<I, F>(I, F);
    impl<I: Iterator, F: FnMut(&I::Item)> Iterator for Inspect<I, F> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator, F: FnMut(&I::Item)> DoubleEndedIterator for Inspect<I, F> {}
    impl<I: ExactSizeIterator, F: FnMut(&I::Item)> ExactSizeIterator for Inspect<I, F> {}
    impl<I: FusedIterator, F: FnMut(&I::Item)> FusedIterator for Inspect<I, F> {}
    impl<I: Clone, F: Clone> Clone for Inspect<I, F> {}
    impl<I: Debug, F> Debug for Inspect<I, F> {}

    pub struct Rev<T>(T);
    impl<I: DoubleEndedIterator> Iterator for Rev<I> {
        type Item = I::Item;
    }
    impl<I: DoubleEndedIterator> DoubleEndedIterator for Rev<I> {}
    impl<I: ExactSizeIterator + DoubleEndedIterator> ExactSizeIterator for Rev<I> {}
    impl<I: FusedIterator + DoubleEndedIterator> FusedIterator for Rev<I> {}
    impl<I: Clone> Clone for Rev<I> {}
    impl<I: Debug> Debug for Rev<I> {}
    impl<I: Default> Default for Rev<I> {}

    pub struct Copied<I>(I);
    impl<I: Iterator<Item = &T>, T: Copy> Iterator for Copied<I> {
        type Item = T;
    }
    impl<I: DoubleEndedIterator<Item = &T>, T: Copy> DoubleEndedIterator for Copied<I> {}
    impl<I: ExactSizeIterator<Item = &T>, T: Copy> ExactSizeIterator for Copied<I> {}
    impl<I: FusedIterator<Item = &T>, T: Copy> FusedIterator for Copied<I> {}
    impl<I: Clone> Clone for Copied<I> {}
    impl<I: Debug> Debug for Copied<I> {}
    impl<I: Default> Default for Copied<I> {}

    pub struct Cloned<I>(I);
    impl<I: Iterator<Item = &T>, T: Clone> Iterator for Cloned<I> {
        type Item = T;
    }
    impl<I: DoubleEndedIterator<Item = &T>, T: Clone> DoubleEndedIterator for Cloned<I> {}
    impl<I: ExactSizeIterator<Item = &T>, T: Clone> ExactSizeIterator for Cloned<I> {}
    impl<I: FusedIterator<Item = &T>, T: Clone> FusedIterator for Cloned<I> {}
    impl<I: Clone> Clone for Cloned<I> {}
    impl<I: Debug> Debug for Cloned<I> {}
    impl<I: Default> Default for Cloned<I> {}

    pub struct Cycle<I>(I);
    impl<I: Clone + Iterator> Iterator for Cycle<I> {
        type Item = I::Item;
    }
    impl<I: Clone + Iterator> FusedIterator for Cycle<I> {}
    impl<I: Clone> Clone for Cycle<I> {}
    impl<I: Debug> Debug for Cycle<I> {}

    pub struct Empty<T>(T);
    impl<T> Iterator for Empty<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for Empty<T> {}
    impl<T> ExactSizeIterator for Empty<T> {}
    impl<T> FusedIterator for Empty<T> {}
    impl<T> Clone for Empty<T> {}
    impl<T> Default for Empty<T> {}
    impl<T> Debug for Empty<T> {}

    pub struct Once<T>(T);
    impl<T> Iterator for Once<T> {
        type Item = T;
    }
    impl<T> DoubleEndedIterator for Once<T> {}
    impl<T> ExactSizeIterator for Once<T> {}
    impl<T> FusedIterator for Once<T> {}
    impl<T: Clone> Clone for Once<T> {}
    impl<T: Debug> Debug for Once<T> {}

    pub struct OnceWith<F>(F);
    impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> {
        type Item = A;
    }
    impl<A, F: FnOnce() -> A> DoubleEndedIterator for OnceWith<F> {}
    impl<A, F: FnOnce() -> A> ExactSizeIterator for OnceWith<F> {}
    impl<A, F: FnOnce() -> A> FusedIterator for OnceWith<F> {}
    impl<F: Clone> Clone for OnceWith<F> {}
    impl<F> Debug for OnceWith<F> {}

    pub struct Repeat<A>(A);
    impl<A: Clone> Iterator for Repeat<A> {
        type Item = A;
    }
    impl<A: Clone> DoubleEndedIterator for Repeat<A> {}
    impl<A: Clone> FusedIterator for Repeat<A> {}
    impl<A: Clone> Clone for Repeat<A> {}
    impl<A: Debug> Debug for Repeat<A> {}

    pub struct RepeatN<A>(A);
    impl<A: Clone> Iterator for RepeatN<A> {
        type Item = A;
    }
    impl<A: Clone> DoubleEndedIterator for RepeatN<A> {}
    impl<A: Clone> ExactSizeIterator for RepeatN<A> {}
    impl<A: Clone> FusedIterator for RepeatN<A> {}
    impl<A: Clone> Clone for RepeatN<A> {}
    impl<A: Debug> Debug for RepeatN<A> {}

    pub struct RepeatWith<F>(F);
    impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> {
        type Item = A;
    }
    impl<A, F: FnMut() -> A> FusedIterator for RepeatWith<F> {}
    impl<F: Clone> Clone for RepeatWith<F> {}
    impl<F> Debug for RepeatWith<F> {}

    pub struct FromFn<F>(F);
    impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
        type Item = T;
    }
    impl<F: Clone> Clone for FromFn<F> {}
    impl<F> Debug for FromFn<F> {}

    pub struct Successors<T, F>(T, F);
    impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
        type Item = T;
    }
    impl<T, F: FnMut(&T) -> Option<T>> FusedIterator for Successors<T, F> {}
    impl<T: Clone, F: Clone> Clone for Successors<T, F> {}
    impl<T: Debug, F> Debug for Successors<T, F> {}

    pub fn empty<T>() -> Empty<T> {}
    pub fn once<T>(value: T) -> Once<T> {}
    pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F> {}
    pub fn repeat<T: Clone>(elt: T) -> Repeat<T> {}
    pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T> {}
    pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> {}
    pub fn from_fn<T, F: FnMut() -> Option<T>>(f: F) -> FromFn<F> {}
    pub fn successors<T, F: FnMut(&T) -> Option<T>>(first: Option<T>, succ: F) -> Successors<T, F> {}
    pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> {}
    pub fn chain<A: IntoIterator, B: IntoIterator<Item = A::Item>>(a: A, b: B) -> Chain<A::IntoIter, B::IntoIter> {}
}

pub mod collections {
    pub use binary_heap::BinaryHeap;
    pub use btree_map::BTreeMap;
    pub use btree_set::BTreeSet;
    pub use hash_map::HashMap;
    pub use hash_set::HashSet;
    pub use linked_list::LinkedList;
    pub use std::ops::Bound;
    pub use vec_deque::VecDeque;

    pub struct TryReserveError;
    impl Clone for TryReserveError {}
    impl PartialEq for TryReserveError {}
    impl Eq for TryReserveError {}
    impl Debug for TryReserveError {}
    impl std::fmt::Display for TryReserveError {}
    impl std::error::Error for TryReserveError {}

    pub mod hash_map {
        pub use std::hash::{DefaultHasher, RandomState};

        pub struct HashMap<K, V, S = RandomState>(K, V, S);
        impl<K, V> HashMap<K, V, RandomState> {
            pub fn new() -> HashMap<K, V, RandomState> {}
            pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {}
        }
        impl<K, V, S> HashMap<K, V, S> {
            pub fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {}
            pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {}
            pub fn capacity(&self) -> usize {}
            pub fn keys(&self) -> Keys<K, V> {}
            pub fn into_keys(self) -> IntoKeys<K, V> {}
            pub fn values(&self) -> Values<K, V> {}
            pub fn values_mut(&mut self) -> ValuesMut<K, V> {}
            pub fn into_values(self) -> IntoValues<K, V> {}
            pub fn iter(&self) -> Iter<K, V> {}
            pub fn iter_mut(&mut self) -> IterMut<K, V> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> Drain<K, V> {}
            pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> ExtractIf<K, V, F> {}
            pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {}
            pub fn clear(&mut self) {}
            pub fn hasher(&self) -> &S {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn shrink_to(&mut self, min_capacity: usize) {}
            pub fn entry(&mut self, key: K) -> Entry<K, V> {}
            pub fn get<Q>(&self, k: &Q) -> Option<&V> {}
            pub fn get_key_value<Q>(&self, k: &Q) -> Option<(&K, &V)> {}
            pub fn get_disjoint_mut<Q>(&mut self, ks: [&Q; 0]) -> [Option<&mut V>; 0] {}
            pub fn get_disjoint_unchecked_mut<Q>(&mut self, ks: [&Q; 0]) -> [Option<&mut V>; 0] {}
            pub fn contains_key<Q>(&self, k: &Q) -> bool {}
            pub fn get_mut<Q>(&mut self, k: &Q) -> Option<&mut V> {}
            pub fn insert(&mut self, k: K, v: V) -> Option<V> {}
            pub fn remove<Q>(&mut self, k: &Q) -> Option<V> {}
            pub fn remove_entry<Q>(&mut self, k: &Q) -> Option<(K, V)> {}
        }
        impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {}
        impl<K: Debug, V: Debug, S> Debug for HashMap<K, V, S> {}
        impl<K, V, S: Default> Default for HashMap<K, V, S> {}
        impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {}
        impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}
        impl<K, Q, V, S> Index<&Q> for HashMap<K, V, S> {
            type Output = V;
        }
        impl<K, V, S> IntoIterator for HashMap<K, V, S> {
            type Item = (K, V);
            type IntoIter = IntoIter<K, V>;
        }
        impl<K, V, S> IntoIterator for &HashMap<K, V, S> {
            type Item = (&K, &V);
            type IntoIter = Iter<K, V>;
        }
        impl<K, V, S> IntoIterator for &mut HashMap<K, V, S> {
            type Item = (&K, &mut V);
            type IntoIter = IterMut<K, V>;
        }
        impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {}
        impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {}
        impl<K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&K, &V)> for HashMap<K, V, S> {}
        impl<K: Eq + Hash, V> From<[(K, V); 0]> for HashMap<K, V, RandomState> {}

        pub struct Iter<K, V>(K, V);
        impl<K, V> Iterator for Iter<K, V> {
            type Item = (&K, &V);
        }
        impl<K, V> ExactSizeIterator for Iter<K, V> {}
        impl<K, V> FusedIterator for Iter<K, V> {}
        impl<K, V> Clone for Iter<K, V> {}
        impl<K, V> Default for Iter<K, V> {}
        impl<K: Debug, V: Debug> Debug for Iter<K, V> {}

        pub struct IterMut<K, V>(K, V);
        impl<K, V> Iterator for IterMut<K, V> {
            type Item = (&K, &mut V);
        }
        impl<K, V> ExactSizeIterator for IterMut<K, V> {}
        impl<K, V> FusedIterator for IterMut<K, V> {}
        impl<K, V> Default for IterMut<K, V> {}
        impl<K: Debug, V: Debug> Debug for IterMut<K, V> {}

        pub struct IntoIter<K, V>(K, V);
        impl<K, V> Iterator for IntoIter<K, V> {
            type Item = (K, V);
        }
        impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
        impl<K, V> FusedIterator for IntoIter<K, V> {}
        impl<K, V> Default for IntoIter<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoIter<K, V> {}

        pub struct Keys<K, V>(K, V);
        impl<K, V> Iterator for Keys<K, V> {
            type Item = &K;
        }
        impl<K, V> ExactSizeIterator for Keys<K, V> {}
        impl<K, V> FusedIterator for Keys<K, V> {}
        impl<K, V> Clone for Keys<K, V> {}
        impl<K, V> Default for Keys<K, V> {}
        impl<K: Debug, V: Debug> Debug for Keys<K, V> {}

        pub struct Values<K, V>(K, V);
        impl<K, V> Iterator for Values<K, V> {
            type Item = &V;
        }
        impl<K, V> ExactSizeIterator for Values<K, V> {}
        impl<K, V> FusedIterator for Values<K, V> {}
        impl<K, V> Clone for Values<K, V> {}
        impl<K, V> Default for Values<K, V> {}
        impl<K: Debug, V: Debug> Debug for Values<K, V> {}

        pub struct ValuesMut<K, V>(K, V);
        impl<K, V> Iterator for ValuesMut<K, V> {
            type Item = &mut V;
        }
        impl<K, V> ExactSizeIterator for ValuesMut<K, V> {}
        impl<K, V> FusedIterator for ValuesMut<K, V> {}
        impl<K, V> Default for ValuesMut<K, V> {}
        impl<K: Debug, V: Debug> Debug for ValuesMut<K, V> {}

        pub struct IntoKeys<K, V>(K, V);
        impl<K, V> Iterator for IntoKeys<K, V> {
            type Item = K;
        }
        impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
        impl<K, V> FusedIterator for IntoKeys<K, V> {}
        impl<K, V> Default for IntoKeys<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoKeys<K, V> {}

        pub struct IntoValues<K, V>(K, V);
        impl<K, V> Iterator for IntoValues<K, V> {
            type Item = V;
        }
        impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
        impl<K, V> FusedIterator for IntoValues<K, V> {}
        impl<K, V> Default for IntoValues<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoValues<K, V> {}

        pub struct Drain<K, V>(K, V);
        impl<K, V> Iterator for Drain<K, V> {
            type Item = (K, V);
        }
        impl<K, V> ExactSizeIterator for Drain<K, V> {}
        impl<K, V> FusedIterator for Drain<K, V> {}
        impl<K: Debug, V: Debug> Debug for Drain<K, V> {}

        pub struct ExtractIf<K, V, F>(K, V, F);
        impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<K, V, F> {
            type Item = (K, V);
        }
        impl<K, V, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<K, V, F> {}
        impl<K, V, F> Debug for ExtractIf<K, V, F> {}

        pub enum Entry<K, V> {
            Occupied(OccupiedEntry<K, V>),
            Vacant(VacantEntry<K, V>),
        }
        impl<K, V> Entry<K, V> {
            pub fn or_insert(self, default: V) -> &mut V {}
            pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &mut V {}
            pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &mut V {}
            pub fn key(&self) -> &K {}
            pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Entry<K, V> {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
            pub fn or_default(self) -> &mut V
            where
                V: Default,
            {
            }
        }
        impl<K: Debug, V: Debug> Debug for Entry<K, V> {}

        pub struct OccupiedEntry<K, V>(K, V);
        impl<K, V> OccupiedEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn remove_entry(self) -> (K, V) {}
            pub fn get(&self) -> &V {}
            pub fn get_mut(&mut self) -> &mut V {}
            pub fn into_mut(self) -> &mut V {}
            pub fn insert(&mut self, value: V) -> V {}
            pub fn remove(self) -> V {}
        }
        impl<K: Debug, V: Debug> Debug for OccupiedEntry<K, V> {}

        pub struct VacantEntry<K, V>(K, V);
        impl<K, V> VacantEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn into_key(self) -> K {}
            pub fn insert(self, value: V) -> &mut V {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
        }
        impl<K: Debug, V> Debug for VacantEntry<K, V> {}
    }

    pub mod hash_set {
        pub struct HashSet<T, S = RandomState>(T, S);
        impl<T> HashSet<T, RandomState> {
            pub fn new() -> HashSet<T, RandomState> {}
            pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {}
        }
        impl<T, S> HashSet<T, S> {
            pub fn with_hasher(hasher: S) -> HashSet<T, S> {}
            pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S> {}
            pub fn capacity(&self) -> usize {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> Drain<T> {}
            pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> ExtractIf<T, F> {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn clear(&mut self) {}
            pub fn hasher(&self) -> &S {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn shrink_to(&mut self, min_capacity: usize) {}
            pub fn difference(&self, other: &HashSet<T, S>) -> Difference<T, S> {}
            pub fn symmetric_difference(&self, other: &HashSet<T, S>) -> SymmetricDifference<T, S> {}
            pub fn intersection(&self, other: &HashSet<T, S>) -> Intersection<T, S> {}
            pub fn union(&self, other: &HashSet<T, S>) -> Union<T, S> {}
            pub fn contains<Q>(&self, value: &Q) -> bool {}
            pub fn get<Q>(&self, value: &Q) -> Option<&T> {}
            pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool {}
            pub fn is_subset(&self, other: &HashSet<T, S>) -> bool {}
            pub fn is_superset(&self, other: &HashSet<T, S>) -> bool {}
            pub fn insert(&mut self, value: T) -> bool {}
            pub fn replace(&mut self, value: T) -> Option<T> {}
            pub fn remove<Q>(&mut self, value: &Q) -> bool {}
            pub fn take<Q>(&mut self, value: &Q) -> Option<T> {}
        }
        impl<T: Clone, S: Clone> Clone for HashSet<T, S> {}
        impl<T: Debug, S> Debug for HashSet<T, S> {}
        impl<T, S: Default> Default for HashSet<T, S> {}
        impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {}
        impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitOr<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
        }
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitAnd<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
        }
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> BitXor<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
        }
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> Sub<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
        }
        impl<T, S> IntoIterator for HashSet<T, S> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T, S> IntoIterator for &HashSet<T, S> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {}
        impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {}
        impl<T: Eq + Hash + Copy, S: BuildHasher> Extend<&T> for HashSet<T, S> {}
        impl<T: Eq + Hash> From<[T; 0]> for HashSet<T, RandomState> {}

        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> FusedIterator for Iter<T> {}
        impl<T> Clone for Iter<T> {}
        impl<T> Default for Iter<T> {}
        impl<T: Debug> Debug for Iter<T> {}

        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> ExactSizeIterator for IntoIter<T> {}
        impl<T> FusedIterator for IntoIter<T> {}
        impl<T> Default for IntoIter<T> {}
        impl<T: Debug> Debug for IntoIter<T> {}

        pub struct Drain<T>(T);
        impl<T> Iterator for Drain<T> {
            type Item = T;
        }
        impl<T> ExactSizeIterator for Drain<T> {}
        impl<T> FusedIterator for Drain<T> {}
        impl<T: Debug> Debug for Drain<T> {}

        pub struct Intersection<T, S>(T, S);
        impl<T, S> Iterator for Intersection<T, S> {
            type Item = &T;
        }
        impl<T, S> FusedIterator for Intersection<T, S> {}
        impl<T, S> Clone for Intersection<T, S> {}
        impl<T: Debug, S> Debug for Intersection<T, S> {}

        pub struct Difference<T, S>(T, S);
        impl<T, S> Iterator for Difference<T, S> {
            type Item = &T;
        }
        impl<T, S> FusedIterator for Difference<T, S> {}
        impl<T, S> Clone for Difference<T, S> {}
        impl<T: Debug, S> Debug for Difference<T, S> {}

        pub struct SymmetricDifference<T, S>(T, S);
        impl<T, S> Iterator for SymmetricDifference<T, S> {
            type Item = &T;
        }
        impl<T, S> FusedIterator for SymmetricDifference<T, S> {}
        impl<T, S> Clone for SymmetricDifference<T, S> {}
        impl<T: Debug, S> Debug for SymmetricDifference<T, S> {}

        pub struct Union<T, S>(T, S);
        impl<T, S> Iterator for Union<T, S> {
            type Item = &T;
        }
        impl<T, S> FusedIterator for Union<T, S> {}
        impl<T, S> Clone for Union<T, S> {}
        impl<T: Debug, S> Debug for Union<T, S> {}

        pub struct ExtractIf<T, F>(T, F);
        impl<T, F: FnMut(&T) -> bool> Iterator for ExtractIf<T, F> {
            type Item = T;
        }
        impl<T, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<T, F> {}
        impl<T, F> Debug for ExtractIf<T, F> {}
    }

    pub mod btree_map {
        pub struct BTreeMap<K, V>(K, V);
        impl<K, V> BTreeMap<K, V> {
            pub fn new() -> BTreeMap<K, V> {}
            pub fn clear(&mut self) {}
            pub fn get<Q>(&self, key: &Q) -> Option<&V> {}
            pub fn get_key_value<Q>(&self, k: &Q) -> Option<(&K, &V)> {}
            pub fn first_key_value(&self) -> Option<(&K, &V)> {}
            pub fn first_entry(&mut self) -> Option<OccupiedEntry<K, V>> {}
            pub fn pop_first(&mut self) -> Option<(K, V)> {}
            pub fn last_key_value(&self) -> Option<(&K, &V)> {}
            pub fn last_entry(&mut self) -> Option<OccupiedEntry<K, V>> {}
            pub fn pop_last(&mut self) -> Option<(K, V)> {}
            pub fn contains_key<Q>(&self, key: &Q) -> bool {}
            pub fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V> {}
            pub fn insert(&mut self, key: K, value: V) -> Option<V> {}
            pub fn remove<Q>(&mut self, key: &Q) -> Option<V> {}
            pub fn remove_entry<Q>(&mut self, key: &Q) -> Option<(K, V)> {}
            pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) {}
            pub fn append(&mut self, other: &mut BTreeMap<K, V>) {}
            pub fn range<T, R: RangeBounds<T>>(&self, range: R) -> Range<K, V> {}
            pub fn range_mut<T, R: RangeBounds<T>>(&mut self, range: R) -> RangeMut<K, V> {}
            pub fn entry(&mut self, key: K) -> Entry<K, V> {}
            pub fn split_off<Q>(&mut self, key: &Q) -> BTreeMap<K, V> {}
            pub fn extract_if<F: FnMut(&K, &mut V) -> bool, R: RangeBounds<K>>(
                &mut self,
                range: R,
                pred: F,
            ) -> ExtractIf<K, V, R, F> {
            }
            pub fn into_keys(self) -> IntoKeys<K, V> {}
            pub fn into_values(self) -> IntoValues<K, V> {}
            pub fn iter(&self) -> Iter<K, V> {}
            pub fn iter_mut(&mut self) -> IterMut<K, V> {}
            pub fn keys(&self) -> Keys<K, V> {}
            pub fn values(&self) -> Values<K, V> {}
            pub fn values_mut(&mut self) -> ValuesMut<K, V> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
        }
        impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {}
        impl<K: Debug, V: Debug> Debug for BTreeMap<K, V> {}
        impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {}
        impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
        impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {}
        impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {}
        impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {}
        impl<K, V> Default for BTreeMap<K, V> {}
        impl<K, Q, V> Index<&Q> for BTreeMap<K, V> {
            type Output = V;
        }
        impl<K, V> IntoIterator for BTreeMap<K, V> {
            type Item = (K, V);
            type IntoIter = IntoIter<K, V>;
        }
        impl<K, V> IntoIterator for &BTreeMap<K, V> {
            type Item = (&K, &V);
            type IntoIter = Iter<K, V>;
        }
        impl<K, V> IntoIterator for &mut BTreeMap<K, V> {
            type Item = (&K, &mut V);
            type IntoIter = IterMut<K, V>;
        }
        impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {}
        impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {}
        impl<K: Ord + Copy, V: Copy> Extend<(&K, &V)> for BTreeMap<K, V> {}
        impl<K: Ord, V> From<[(K, V); 0]> for BTreeMap<K, V> {}

        pub struct Iter<K, V>(K, V);
        impl<K, V> Iterator for Iter<K, V> {
            type Item = (&K, &V);
        }
        impl<K, V> DoubleEndedIterator for Iter<K, V> {}
        impl<K, V> ExactSizeIterator for Iter<K, V> {}
        impl<K, V> FusedIterator for Iter<K, V> {}
        impl<K, V> Clone for Iter<K, V> {}
        impl<K, V> Default for Iter<K, V> {}
        impl<K: Debug, V: Debug> Debug for Iter<K, V> {}

        pub struct IterMut<K, V>(K, V);
        impl<K, V> Iterator for IterMut<K, V> {
            type Item = (&K, &mut V);
        }
        impl<K, V> DoubleEndedIterator for IterMut<K, V> {}
        impl<K, V> ExactSizeIterator for IterMut<K, V> {}
        impl<K, V> FusedIterator for IterMut<K, V> {}
        impl<K, V> Default for IterMut<K, V> {}
        impl<K: Debug, V: Debug> Debug for IterMut<K, V> {}

        pub struct IntoIter<K, V>(K, V);
        impl<K, V> Iterator for IntoIter<K, V> {
            type Item = (K, V);
        }
        impl<K, V> DoubleEndedIterator for IntoIter<K, V> {}
        impl<K, V> ExactSizeIterator for IntoIter<K, V> {}
        impl<K, V> FusedIterator for IntoIter<K, V> {}
        impl<K, V> Default for IntoIter<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoIter<K, V> {}

        pub struct Keys<K, V>(K, V);
        impl<K, V> Iterator for Keys<K, V> {
            type Item = &K;
        }
        impl<K, V> DoubleEndedIterator for Keys<K, V> {}
        impl<K, V> ExactSizeIterator for Keys<K, V> {}
        impl<K, V> FusedIterator for Keys<K, V> {}
        impl<K, V> Clone for Keys<K, V> {}
        impl<K, V> Default for Keys<K, V> {}
        impl<K: Debug, V: Debug> Debug for Keys<K, V> {}

        pub struct Values<K, V>(K, V);
        impl<K, V> Iterator for Values<K, V> {
            type Item = &V;
        }
        impl<K, V> DoubleEndedIterator for Values<K, V> {}
        impl<K, V> ExactSizeIterator for Values<K, V> {}
        impl<K, V> FusedIterator for Values<K, V> {}
        impl<K, V> Clone for Values<K, V> {}
        impl<K, V> Default for Values<K, V> {}
        impl<K: Debug, V: Debug> Debug for Values<K, V> {}

        pub struct ValuesMut<K, V>(K, V);
        impl<K, V> Iterator for ValuesMut<K, V> {
            type Item = &mut V;
        }
        impl<K, V> DoubleEndedIterator for ValuesMut<K, V> {}
        impl<K, V> ExactSizeIterator for ValuesMut<K, V> {}
        impl<K, V> FusedIterator for ValuesMut<K, V> {}
        impl<K, V> Default for ValuesMut<K, V> {}
        impl<K: Debug, V: Debug> Debug for ValuesMut<K, V> {}

        pub struct IntoKeys<K, V>(K, V);
        impl<K, V> Iterator for IntoKeys<K, V> {
            type Item = K;
        }
        impl<K, V> DoubleEndedIterator for IntoKeys<K, V> {}
        impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}
        impl<K, V> FusedIterator for IntoKeys<K, V> {}
        impl<K, V> Default for IntoKeys<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoKeys<K, V> {}

        pub struct IntoValues<K, V>(K, V);
        impl<K, V> Iterator for IntoValues<K, V> {
            type Item = V;
        }
        impl<K, V> DoubleEndedIterator for IntoValues<K, V> {}
        impl<K, V> ExactSizeIterator for IntoValues<K, V> {}
        impl<K, V> FusedIterator for IntoValues<K, V> {}
        impl<K, V> Default for IntoValues<K, V> {}
        impl<K: Debug, V: Debug> Debug for IntoValues<K, V> {}

        pub struct Range<K, V>(K, V);
        impl<K, V> Iterator for Range<K, V> {
            type Item = (&K, &V);
        }
        impl<K, V> DoubleEndedIterator for Range<K, V> {}
        impl<K, V> FusedIterator for Range<K, V> {}
        impl<K, V> Clone for Range<K, V> {}
        impl<K, V> Default for Range<K, V> {}
        impl<K: Debug, V: Debug> Debug for Range<K, V> {}

        pub struct RangeMut<K, V>(K, V);
        impl<K, V> Iterator for RangeMut<K, V> {
            type Item = (&K, &mut V);
        }
        impl<K, V> DoubleEndedIterator for RangeMut<K, V> {}
        impl<K, V> FusedIterator for RangeMut<K, V> {}
        impl<K: Debug, V: Debug> Debug for RangeMut<K, V> {}

        pub struct ExtractIf<K, V, R, F>(K, V, R, F);
        impl<K, V, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<K, V, R, F> {
            type Item = (K, V);
        }
        impl<K, V, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<K, V, R, F> {}
        impl<K, V, R, F> Debug for ExtractIf<K, V, R, F> {}

        pub enum Entry<K, V> {
            Vacant(VacantEntry<K, V>),
            Occupied(OccupiedEntry<K, V>),
        }
        impl<K, V> Entry<K, V> {
            pub fn or_insert(self, default: V) -> &mut V {}
            pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &mut V {}
            pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &mut V {}
            pub fn key(&self) -> &K {}
            pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Entry<K, V> {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
            pub fn or_default(self) -> &mut V
            where
                V: Default,
            {
            }
        }
        impl<K: Debug, V: Debug> Debug for Entry<K, V> {}

        pub struct OccupiedEntry<K, V>(K, V);
        impl<K, V> OccupiedEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn remove_entry(self) -> (K, V) {}
            pub fn get(&self) -> &V {}
            pub fn get_mut(&mut self) -> &mut V {}
            pub fn into_mut(self) -> &mut V {}
            pub fn insert(&mut self, value: V) -> V {}
            pub fn remove(self) -> V {}
        }
        impl<K: Debug, V: Debug> Debug for OccupiedEntry<K, V> {}

        pub struct VacantEntry<K, V>(K, V);
        impl<K, V> VacantEntry<K, V> {
            pub fn key(&self) -> &K {}
            pub fn into_key(self) -> K {}
            pub fn insert(self, value: V) -> &mut V {}
            pub fn insert_entry(self, value: V) -> OccupiedEntry<K, V> {}
        }
        impl<K: Debug, V> Debug for VacantEntry<K, V> {}
    }

    pub mod btree_set {
        pub struct BTreeSet<T>(T);
        impl<T> BTreeSet<T> {
            pub fn new() -> BTreeSet<T> {}
            pub fn range<K, R: RangeBounds<K>>(&self, range: R) -> Range<T> {}
            pub fn difference(&self, other: &BTreeSet<T>) -> Difference<T> {}
            pub fn symmetric_difference(&self, other: &BTreeSet<T>) -> SymmetricDifference<T> {}
            pub fn intersection(&self, other: &BTreeSet<T>) -> Intersection<T> {}
            pub fn union(&self, other: &BTreeSet<T>) -> Union<T> {}
            pub fn clear(&mut self) {}
            pub fn contains<Q>(&self, value: &Q) -> bool {}
            pub fn get<Q>(&self, value: &Q) -> Option<&T> {}
            pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool {}
            pub fn is_subset(&self, other: &BTreeSet<T>) -> bool {}
            pub fn is_superset(&self, other: &BTreeSet<T>) -> bool {}
            pub fn first(&self) -> Option<&T> {}
            pub fn last(&self) -> Option<&T> {}
            pub fn pop_first(&mut self) -> Option<T> {}
            pub fn pop_last(&mut self) -> Option<T> {}
            pub fn insert(&mut self, value: T) -> bool {}
            pub fn replace(&mut self, value: T) -> Option<T> {}
            pub fn remove<Q>(&mut self, value: &Q) -> bool {}
            pub fn take<Q>(&mut self, value: &Q) -> Option<T> {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn append(&mut self, other: &mut BTreeSet<T>) {}
            pub fn split_off<Q>(&mut self, value: &Q) -> BTreeSet<T> {}
            pub fn extract_if<F: FnMut(&T) -> bool, R: RangeBounds<T>>(
                &mut self,
                range: R,
                pred: F,
            ) -> ExtractIf<T, R, F> {
            }
            pub fn iter(&self) -> Iter<T> {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
        }
        impl<T: Clone> Clone for BTreeSet<T> {}
        impl<T: Debug> Debug for BTreeSet<T> {}
        impl<T: PartialEq> PartialEq for BTreeSet<T> {}
        impl<T: Eq> Eq for BTreeSet<T> {}
        impl<T: PartialOrd> PartialOrd for BTreeSet<T> {}
        impl<T: Ord> Ord for BTreeSet<T> {}
        impl<T: Hash> Hash for BTreeSet<T> {}
        impl<T> Default for BTreeSet<T> {}
        impl<T: Ord + Clone> BitOr<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
        }
        impl<T: Ord + Clone> BitAnd<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
        }
        impl<T: Ord + Clone> BitXor<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
        }
        impl<T: Ord + Clone> Sub<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
        }
        impl<T> IntoIterator for BTreeSet<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T> IntoIterator for &BTreeSet<T> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T: Ord> FromIterator<T> for BTreeSet<T> {}
        impl<T: Ord> Extend<T> for BTreeSet<T> {}
        impl<T: Ord + Copy> Extend<&T> for BTreeSet<T> {}
        impl<T: Ord> From<[T; 0]> for BTreeSet<T> {}

        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> DoubleEndedIterator for Iter<T> {}
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> FusedIterator for Iter<T> {}
        impl<T> Clone for Iter<T> {}
        impl<T> Default for Iter<T> {}
        impl<T: Debug> Debug for Iter<T> {}

        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for IntoIter<T> {}
        impl<T> ExactSizeIterator for IntoIter<T> {}
        impl<T> FusedIterator for IntoIter<T> {}
        impl<T> Default for IntoIter<T> {}
        impl<T: Debug> Debug for IntoIter<T> {}

        pub struct Range<T>(T);
        impl<T> Iterator for Range<T> {
            type Item = &T;
        }
        impl<T> DoubleEndedIterator for Range<T> {}
        impl<T> FusedIterator for Range<T> {}
        impl<T> Clone for Range<T> {}
        impl<T> Default for Range<T> {}
        impl<T: Debug> Debug for Range<T> {}

        pub struct Intersection<T>(T);
        impl<T> Iterator for Intersection<T> {
            type Item = &T;
        }
        impl<T> FusedIterator for Intersection<T> {}
        impl<T> Clone for Intersection<T> {}
        impl<T: Debug> Debug for Intersection<T> {}

        pub struct Difference<T>(T);
        impl<T> Iterator for Difference<T> {
            type Item = &T;
        }
        impl<T> FusedIterator for Difference<T> {}
        impl<T> Clone for Difference<T> {}
        impl<T: Debug> Debug for Difference<T> {}

        pub struct SymmetricDifference<T>(T);
        impl<T> Iterator for SymmetricDifference<T> {
            type Item = &T;
        }
        impl<T> FusedIterator for SymmetricDifference<T> {}
        impl<T> Clone for SymmetricDifference<T> {}
        impl<T: Debug> Debug for SymmetricDifference<T> {}

        pub struct Union<T>(T);
        impl<T> Iterator for Union<T> {
            type Item = &T;
        }
        impl<T> FusedIterator for Union<T> {}
        impl<T> Clone for Union<T> {}
        impl<T: Debug> Debug for Union<T> {}

        pub struct ExtractIf<T, R, F>(T, R, F);
        impl<T, R: RangeBounds<T>, F: FnMut(&T) -> bool> Iterator for ExtractIf<T, R, F> {
            type Item = T;
        }
        impl<T, R: RangeBounds<T>, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<T, R, F> {}
        impl<T, R, F> Debug for ExtractIf<T, R, F> {}
    }

    pub mod vec_deque {
        pub struct VecDeque<T>(T);
        impl<T> VecDeque<T> {
            pub fn new() -> VecDeque<T> {}
            pub fn with_capacity(capacity: usize) -> VecDeque<T> {}
            pub fn get(&self, index: usize) -> Option<&T> {}
            pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {}
            pub fn swap(&mut self, i: usize, j: usize) {}
            pub fn capacity(&self) -> usize {}
            pub fn reserve_exact(&mut self, additional: usize) {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn shrink_to(&mut self, min_capacity: usize) {}
            pub fn truncate(&mut self, len: usize) {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn iter_mut(&mut self) -> IterMut<T> {}
            pub fn as_slices(&self) -> (&[T], &[T]) {}
            pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn range<R: RangeBounds<usize>>(&self, range: R) -> Iter<T> {}
            pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> IterMut<T> {}
            pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<T> {}
            pub fn clear(&mut self) {}
            pub fn contains(&self, x: &T) -> bool {}
            pub fn front(&self) -> Option<&T> {}
            pub fn front_mut(&mut self) -> Option<&mut T> {}
            pub fn back(&self) -> Option<&T> {}
            pub fn back_mut(&mut self) -> Option<&mut T> {}
            pub fn pop_front(&mut self) -> Option<T> {}
            pub fn pop_back(&mut self) -> Option<T> {}
            pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
            pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {}
            pub fn push_front(&mut self, value: T) {}
            pub fn push_front_mut(&mut self, value: T) -> &mut T {}
            pub fn push_back(&mut self, value: T) {}
            pub fn push_back_mut(&mut self, value: T) -> &mut T {}
            pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {}
            pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {}
            pub fn insert(&mut self, index: usize, value: T) {}
            pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T {}
            pub fn remove(&mut self, index: usize) -> Option<T> {}
            pub fn split_off(&mut self, at: usize) -> VecDeque<T> {}
            pub fn append(&mut self, other: &mut VecDeque<T>) {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, f: F) {}
            pub fn resize_with(&mut self, new_len: usize, generator: impl FnMut() -> T) {}
            pub fn make_contiguous(&mut self) -> &mut [T] {}
            pub fn rotate_left(&mut self, n: usize) {}
            pub fn rotate_right(&mut self, n: usize) {}
            pub fn binary_search(&self, x: &T) -> Result<usize, usize> {}
            pub fn binary_search_by<F: FnMut(&T) -> std::cmp::Ordering>(&self, f: F) -> Result<usize, usize> {}
            pub fn binary_search_by_key<B: Ord, F: FnMut(&T) -> B>(&self, b: &B, f: F) -> Result<usize, usize> {}
            pub fn partition_point<P: FnMut(&T) -> bool>(&self, pred: P) -> usize {}
            pub fn resize(&mut self, new_len: usize, value: T) {}
        }
        impl<T: Clone> Clone for VecDeque<T> {}
        impl<T: Debug> Debug for VecDeque<T> {}
        impl<T: PartialEq> PartialEq for VecDeque<T> {}
        impl<T: Eq> Eq for VecDeque<T> {}
        impl<T: PartialOrd> PartialOrd for VecDeque<T> {}
        impl<T: Ord> Ord for VecDeque<T> {}
        impl<T: Hash> Hash for VecDeque<T> {}
        impl<T> Default for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<&[U]> for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<[U; 0]> for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<&[U; 0]> for VecDeque<T> {}
        impl<T: PartialEq<U>, U> PartialEq<&mut [U; 0]> for VecDeque<T> {}
        impl<T> Index<usize> for VecDeque<T> {
            type Output = T;
        }
        impl<T> IndexMut<usize> for VecDeque<T> {}
        impl<T> IntoIterator for VecDeque<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T> IntoIterator for &VecDeque<T> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T> IntoIterator for &mut VecDeque<T> {
            type Item = &mut T;
            type IntoIter = IterMut<T>;
        }
        impl<T> FromIterator<T> for VecDeque<T> {}
        impl<T> Extend<T> for VecDeque<T> {}
        impl<T: Copy> Extend<&T> for VecDeque<T> {}
        impl<T> From<Vec<T>> for VecDeque<T> {}
        impl<T> From<[T; 0]> for VecDeque<T> {}

        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> DoubleEndedIterator for Iter<T> {}
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> FusedIterator for Iter<T> {}
        impl<T> Clone for Iter<T> {}
        impl<T> Default for Iter<T> {}
        impl<T: Debug> Debug for Iter<T> {}

        pub struct IterMut<T>(T);
        impl<T> Iterator for IterMut<T> {
            type Item = &mut T;
        }
        impl<T> DoubleEndedIterator for IterMut<T> {}
        impl<T> ExactSizeIterator for IterMut<T> {}
        impl<T> FusedIterator for IterMut<T> {}
        impl<T> Default for IterMut<T> {}
        impl<T: Debug> Debug for IterMut<T> {}

        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for IntoIter<T> {}
        impl<T> ExactSizeIterator for IntoIter<T> {}
        impl<T> FusedIterator for IntoIter<T> {}
        impl<T: Clone> Clone for IntoIter<T> {}
        impl<T> Default for IntoIter<T> {}
        impl<T: Debug> Debug for IntoIter<T> {}

        pub struct Drain<T>(T);
        impl<T> Iterator for Drain<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for Drain<T> {}
        impl<T> ExactSizeIterator for Drain<T> {}
        impl<T> FusedIterator for Drain<T> {}
        impl<T: Debug> Debug for Drain<T> {}
    }

    pub mod binary_heap {
        pub struct BinaryHeap<T>(T);
        impl<T> BinaryHeap<T> {
            pub fn new() -> BinaryHeap<T> {}
            pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {}
            pub fn peek_mut(&mut self) -> Option<PeekMut<T>> {}
            pub fn pop(&mut self) -> Option<T> {}
            pub fn push(&mut self, item: T) {}
            pub fn into_sorted_vec(self) -> Vec<T> {}
            pub fn append(&mut self, other: &mut BinaryHeap<T>) {}
            pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn peek(&self) -> Option<&T> {}
            pub fn capacity(&self) -> usize {}
            pub fn reserve_exact(&mut self, additional: usize) {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn shrink_to(&mut self, min_capacity: usize) {}
            pub fn into_vec(self) -> Vec<T> {}
            pub fn as_slice(&self) -> &[T] {}
            pub fn len(&self) -> usize {}
            pub fn is_empty(&self) -> bool {}
            pub fn drain(&mut self) -> Drain<T> {}
            pub fn clear(&mut self) {}
        }
        impl<T: Clone> Clone for BinaryHeap<T> {}
        impl<T: Debug> Debug for BinaryHeap<T> {}
        impl<T: Ord> Default for BinaryHeap<T> {}
        impl<T> IntoIterator for BinaryHeap<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T> IntoIterator for &BinaryHeap<T> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T: Ord> FromIterator<T> for BinaryHeap<T> {}
        impl<T: Ord> Extend<T> for BinaryHeap<T> {}
        impl<T: Ord + Copy> Extend<&T> for BinaryHeap<T> {}
        impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {}
        impl<T: Ord> From<[T; 0]> for BinaryHeap<T> {}

        pub struct PeekMut<T>(T);
        impl<T> PeekMut<T> {
            pub fn pop(this: PeekMut<T>) -> T {}
        }
        impl<T: Ord> Deref for PeekMut<T> {
            type Target = T;
        }
        impl<T: Ord> DerefMut for PeekMut<T> {}
        impl<T: Debug> Debug for PeekMut<T> {}

        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> DoubleEndedIterator for Iter<T> {}
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> FusedIterator for Iter<T> {}
        impl<T> Clone for Iter<T> {}
        impl<T> Default for Iter<T> {}
        impl<T: Debug> Debug for Iter<T> {}

        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for IntoIter<T> {}
        impl<T> ExactSizeIterator for IntoIter<T> {}
        impl<T> FusedIterator for IntoIter<T> {}
        impl<T: Clone> Clone for IntoIter<T> {}
        impl<T> Default for IntoIter<T> {}
        impl<T: Debug> Debug for IntoIter<T> {}

        pub struct Drain<T>(T);
        impl<T> Iterator for Drain<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for Drain<T> {}
        impl<T> ExactSizeIterator for Drain<T> {}
        impl<T> FusedIterator for Drain<T> {}
        impl<T: Debug> Debug for Drain<T> {}
    }

    pub mod linked_list {
        pub struct LinkedList<T>(T);
        impl<T> LinkedList<T> {
            pub fn new() -> LinkedList<T> {}
            pub fn append(&mut self, other: &mut LinkedList<T>) {}
            pub fn iter(&self) -> Iter<T> {}
            pub fn iter_mut(&mut self) -> IterMut<T> {}
            pub fn is_empty(&self) -> bool {}
            pub fn len(&self) -> usize {}
            pub fn clear(&mut self) {}
            pub fn contains(&self, x: &T) -> bool {}
            pub fn front(&self) -> Option<&T> {}
            pub fn front_mut(&mut self) -> Option<&mut T> {}
            pub fn back(&self) -> Option<&T> {}
            pub fn back_mut(&mut self) -> Option<&mut T> {}
            pub fn push_front(&mut self, elt: T) {}
            pub fn push_front_mut(&mut self, elt: T) -> &mut T {}
            pub fn pop_front(&mut self) -> Option<T> {}
            pub fn push_back(&mut self, elt: T) {}
            pub fn push_back_mut(&mut self, elt: T) -> &mut T {}
            pub fn pop_back(&mut self) -> Option<T> {}
            pub fn split_off(&mut self, at: usize) -> LinkedList<T> {}
            pub fn extract_if<F: FnMut(&mut T) -> bool>(&mut self, filter: F) -> ExtractIf<T, F> {}
        }
        impl<T: Clone> Clone for LinkedList<T> {}
        impl<T: Debug> Debug for LinkedList<T> {}
        impl<T: PartialEq> PartialEq for LinkedList<T> {}
        impl<T: Eq> Eq for LinkedList<T> {}
        impl<T: PartialOrd> PartialOrd for LinkedList<T> {}
        impl<T: Ord> Ord for LinkedList<T> {}
        impl<T: Hash> Hash for LinkedList<T> {}
        impl<T> Default for LinkedList<T> {}
        impl<T> IntoIterator for LinkedList<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;
        }
        impl<T> IntoIterator for &LinkedList<T> {
            type Item = &T;
            type IntoIter = Iter<T>;
        }
        impl<T> IntoIterator for &mut LinkedList<T> {
            type Item = &mut T;
            type IntoIter = IterMut<T>;
        }
        impl<T> FromIterator<T> for LinkedList<T> {}
        impl<T> Extend<T> for LinkedList<T> {}
        impl<T: Copy> Extend<&T> for LinkedList<T> {}
        impl<T> From<[T; 0]> for LinkedList<T> {}

        pub struct Iter<T>(T);
        impl<T> Iterator for Iter<T> {
            type Item = &T;
        }
        impl<T> DoubleEndedIterator for Iter<T> {}
        impl<T> ExactSizeIterator for Iter<T> {}
        impl<T> FusedIterator for Iter<T> {}
        impl<T> Clone for Iter<T> {}
        impl<T> Default for Iter<T> {}
        impl<T: Debug> Debug for Iter<T> {}

        pub struct IterMut<T>(T);
        impl<T> Iterator for IterMut<T> {
            type Item = &mut T;
        }
        impl<T> DoubleEndedIterator for IterMut<T> {}
        impl<T> ExactSizeIterator for IterMut<T> {}
        impl<T> FusedIterator for IterMut<T> {}
        impl<T> Default for IterMut<T> {}
        impl<T: Debug> Debug for IterMut<T> {}

        pub struct IntoIter<T>(T);
        impl<T> Iterator for IntoIter<T> {
            type Item = T;
        }
        impl<T> DoubleEndedIterator for IntoIter<T> {}
        impl<T> ExactSizeIterator for IntoIter<T> {}
        impl<T> FusedIterator for IntoIter<T> {}
        impl<T: Clone> Clone for IntoIter<T> {}
        impl<T> Default for IntoIter<T> {}
        impl<T: Debug> Debug for IntoIter<T> {}

        pub struct ExtractIf<T, F>(T, F);
        impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<T, F> {
            type Item = T;
        }
        impl<T, F> Debug for ExtractIf<T, F> {}
    }
}

pub mod path {
    pub const MAIN_SEPARATOR: char = {};
    pub const MAIN_SEPARATOR_STR: &str = {};
    pub fn is_separator(c: char) -> bool {}
    pub fn absolute<P: AsRef<Path>>(path: P) -> std::io::Result<PathBuf> {}

    pub struct Path;
    impl Path {
        pub fn new<S: AsRef<OsStr>>(s: &S) -> &Path {}
        pub fn as_os_str(&self) -> &OsStr {}
        pub fn as_mut_os_str(&mut self) -> &mut OsStr {}
        pub fn to_str(&self) -> Option<&str> {}
        pub fn to_string_lossy(&self) -> Cow<str> {}
        pub fn to_path_buf(&self) -> PathBuf {}
        pub fn is_absolute(&self) -> bool {}
        pub fn is_relative(&self) -> bool {}
        pub fn has_root(&self) -> bool {}
        pub fn parent(&self) -> Option<&Path> {}
        pub fn ancestors(&self) -> Ancestors {}
        pub fn file_name(&self) -> Option<&OsStr> {}
        pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> {}
        pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {}
        pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {}
        pub fn file_stem(&self) -> Option<&OsStr> {}
        pub fn file_prefix(&self) -> Option<&OsStr> {}
        pub fn extension(&self) -> Option<&OsStr> {}
        pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {}
        pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {}
        pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {}
        pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {}
        pub fn components(&self) -> Components {}
        pub fn iter(&self) -> Iter {}
        pub fn display(&self) -> std::path::Display {}
        pub fn metadata(&self) -> std::io::Result<Metadata> {}
        pub fn symlink_metadata(&self) -> std::io::Result<Metadata> {}
        pub fn canonicalize(&self) -> std::io::Result<PathBuf> {}
        pub fn read_link(&self) -> std::io::Result<PathBuf> {}
        pub fn read_dir(&self) -> std::io::Result<ReadDir> {}
        pub fn exists(&self) -> bool {}
        pub fn try_exists(&self) -> std::io::Result<bool> {}
        pub fn is_file(&self) -> bool {}
        pub fn is_dir(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
        pub fn into_path_buf(self: Box<Path>) -> PathBuf {}
    }
    impl Debug for Path {}
    impl PartialEq for Path {}
    impl Eq for Path {}
    impl PartialOrd for Path {}
    impl Ord for Path {}
    impl Hash for Path {}
    impl ToOwned for Path {
        type Owned = PathBuf;
    }
    impl IntoIterator for &Path {
        type Item = &OsStr;
        type IntoIter = Iter;
    }

    pub struct PathBuf;
    impl PathBuf {
        pub fn new() -> PathBuf {}
        pub fn with_capacity(capacity: usize) -> PathBuf {}
        pub fn as_path(&self) -> &Path {}
        pub fn leak(self) -> &mut Path {}
        pub fn push<P: AsRef<Path>>(&mut self, path: P) {}
        pub fn pop(&mut self) -> bool {}
        pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {}
        pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {}
        pub fn add_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {}
        pub fn as_mut_os_string(&mut self) -> &mut OsString {}
        pub fn into_os_string(self) -> OsString {}
        pub fn into_boxed_path(self) -> Box<Path> {}
        pub fn capacity(&self) -> usize {}
        pub fn clear(&mut self) {}
        pub fn reserve(&mut self, additional: usize) {}
        pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn reserve_exact(&mut self, additional: usize) {}
        pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
        pub fn shrink_to_fit(&mut self) {}
        pub fn shrink_to(&mut self, min_capacity: usize) {}
    }
    impl Clone for PathBuf {}
    impl Debug for PathBuf {}
    impl Default for PathBuf {}
    impl PartialEq for PathBuf {}
    impl Eq for PathBuf {}
    impl PartialOrd for PathBuf {}
    impl Ord for PathBuf {}
    impl Hash for PathBuf {}
    impl Deref for PathBuf {
        type Target = Path;
    }
    impl DerefMut for PathBuf {}
    impl Borrow<Path> for PathBuf {}
    impl FromStr for PathBuf {
        type Err = Infallible;
    }
    impl IntoIterator for &PathBuf {
        type Item = &OsStr;
        type IntoIter = Iter;
    }
    impl<P: AsRef<Path>> FromIterator<P> for PathBuf {}
    impl<P: AsRef<Path>> Extend<P> for PathBuf {}
    impl<T: AsRef<OsStr>> From<&T> for PathBuf {}
    impl From<OsString> for PathBuf {}
    impl From<String> for PathBuf {}
    impl From<Box<Path>> for PathBuf {}
    impl From<Cow<Path>> for PathBuf {}
    impl From<PathBuf> for OsString {}
    impl From<&Path> for Box<Path> {}
    impl From<&mut Path> for Box<Path> {}
    impl From<Cow<Path>> for Box<Path> {}
    impl From<PathBuf> for Box<Path> {}
    impl Clone for Box<Path> {}
    impl From<&Path> for Rc<Path> {}
    impl From<&mut Path> for Rc<Path> {}
    impl From<PathBuf> for Rc<Path> {}
    impl From<&Path> for Arc<Path> {}
    impl From<&mut Path> for Arc<Path> {}
    impl From<PathBuf> for Arc<Path> {}
    impl From<&Path> for Cow<Path> {}
    impl From<PathBuf> for Cow<Path> {}
    impl From<&PathBuf> for Cow<Path> {}

    impl AsRef<Path> for Path {}
    impl AsRef<Path> for PathBuf {}
    impl AsRef<Path> for OsStr {}
    impl AsRef<Path> for OsString {}
    impl AsRef<Path> for Cow<OsStr> {}
    impl AsRef<Path> for Component {}
    impl AsRef<Path> for Components {}
    impl AsRef<Path> for Iter {}
    impl AsRef<OsStr> for Path {}
    impl AsRef<OsStr> for PathBuf {}
    impl AsRef<OsStr> for Component {}
    impl AsRef<OsStr> for Components {}
    impl AsRef<OsStr> for Iter {}
    impl AsRef<OsStr> for PrefixComponent {}

    impl PartialEq<Path> for PathBuf {}
    impl PartialEq<PathBuf> for Path {}
    impl PartialOrd<Path> for PathBuf {}
    impl PartialOrd<PathBuf> for Path {}
    impl PartialEq<&Path> for PathBuf {}
    impl PartialEq<PathBuf> for &Path {}
    impl PartialOrd<&Path> for PathBuf {}
    impl PartialOrd<PathBuf> for &Path {}
    impl PartialEq<Path> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for Path {}
    impl PartialOrd<Path> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for Path {}
    impl PartialEq<&Path> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for &Path {}
    impl PartialOrd<&Path> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for &Path {}
    impl PartialEq<PathBuf> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for PathBuf {}
    impl PartialOrd<PathBuf> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for PathBuf {}
    impl PartialEq<OsStr> for PathBuf {}
    impl PartialEq<PathBuf> for OsStr {}
    impl PartialOrd<OsStr> for PathBuf {}
    impl PartialOrd<PathBuf> for OsStr {}
    impl PartialEq<&OsStr> for PathBuf {}
    impl PartialEq<PathBuf> for &OsStr {}
    impl PartialOrd<&OsStr> for PathBuf {}
    impl PartialOrd<PathBuf> for &OsStr {}
    impl PartialEq<OsString> for PathBuf {}
    impl PartialEq<PathBuf> for OsString {}
    impl PartialOrd<OsString> for PathBuf {}
    impl PartialOrd<PathBuf> for OsString {}
    impl PartialEq<Cow<OsStr>> for PathBuf {}
    impl PartialEq<PathBuf> for Cow<OsStr> {}
    impl PartialOrd<Cow<OsStr>> for PathBuf {}
    impl PartialOrd<PathBuf> for Cow<OsStr> {}
    impl PartialEq<OsStr> for Path {}
    impl PartialEq<Path> for OsStr {}
    impl PartialOrd<OsStr> for Path {}
    impl PartialOrd<Path> for OsStr {}
    impl PartialEq<&OsStr> for Path {}
    impl PartialEq<Path> for &OsStr {}
    impl PartialOrd<&OsStr> for Path {}
    impl PartialOrd<Path> for &OsStr {}
    impl PartialEq<OsString> for Path {}
    impl PartialEq<Path> for OsString {}
    impl PartialOrd<OsString> for Path {}
    impl PartialOrd<Path> for OsString {}
    impl PartialEq<Cow<OsStr>> for Path {}
    impl PartialEq<Path> for Cow<OsStr> {}
    impl PartialOrd<Cow<OsStr>> for Path {}
    impl PartialOrd<Path> for Cow<OsStr> {}
    impl PartialEq<OsStr> for &Path {}
    impl PartialEq<&Path> for OsStr {}
    impl PartialOrd<OsStr> for &Path {}
    impl PartialOrd<&Path> for OsStr {}
    impl PartialEq<OsString> for &Path {}
    impl PartialEq<&Path> for OsString {}
    impl PartialOrd<OsString> for &Path {}
    impl PartialOrd<&Path> for OsString {}
    impl PartialEq<Cow<OsStr>> for &Path {}
    impl PartialEq<&Path> for Cow<OsStr> {}
    impl PartialOrd<Cow<OsStr>> for &Path {}
    impl PartialOrd<&Path> for Cow<OsStr> {}
    impl PartialEq<OsStr> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for OsStr {}
    impl PartialOrd<OsStr> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for OsStr {}
    impl PartialEq<&OsStr> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for &OsStr {}
    impl PartialOrd<&OsStr> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for &OsStr {}
    impl PartialEq<OsString> for Cow<Path> {}
    impl PartialEq<Cow<Path>> for OsString {}
    impl PartialOrd<OsString> for Cow<Path> {}
    impl PartialOrd<Cow<Path>> for OsString {}
    impl PartialEq<str> for Path {}
    impl PartialEq<Path> for str {}
    impl PartialEq<String> for Path {}
    impl PartialEq<Path> for String {}
    impl PartialEq<str> for PathBuf {}
    impl PartialEq<PathBuf> for str {}
    impl PartialEq<String> for PathBuf {}
    impl PartialEq<PathBuf> for String {}

    pub struct Components;
    impl Components {
        pub fn as_path(&self) -> &Path {}
    }
    impl Iterator for Components {
        type Item = Component;
    }
    impl DoubleEndedIterator for Components {}
    impl FusedIterator for Components {}
    impl Clone for Components {}
    impl Debug for Components {}
    impl PartialEq for Components {}
    impl Eq for Components {}
    impl PartialOrd for Components {}
    impl Ord for Components {}

    pub struct Iter;
    impl Iter {
        pub fn as_path(&self) -> &Path {}
    }
    impl Iterator for Iter {
        type Item = &OsStr;
    }
    impl DoubleEndedIterator for Iter {}
    impl FusedIterator for Iter {}
    impl Clone for Iter {}
    impl Debug for Iter {}

    pub struct Ancestors;
    impl Iterator for Ancestors {
        type Item = &Path;
    }
    impl FusedIterator for Ancestors {}
    impl Clone for Ancestors {}
    impl Copy for Ancestors {}
    impl Debug for Ancestors {}

    pub enum Component {
        Prefix(PrefixComponent),
        RootDir,
        CurDir,
        ParentDir,
        Normal(&OsStr),
    }
    impl Component {
        pub fn as_os_str(self) -> &OsStr {}
    }
    impl Clone for Component {}
    impl Copy for Component {}
    impl Debug for Component {}
    impl PartialEq for Component {}
    impl Eq for Component {}
    impl PartialOrd for Component {}
    impl Ord for Component {}
    impl Hash for Component {}

    pub struct PrefixComponent;
    impl PrefixComponent {
        pub fn kind(&self) -> Prefix {}
        pub fn as_os_str(&self) -> &OsStr {}
    }
    impl Clone for PrefixComponent {}
    impl Copy for PrefixComponent {}
    impl Debug for PrefixComponent {}
    impl PartialEq for PrefixComponent {}
    impl Eq for PrefixComponent {}
    impl PartialOrd for PrefixComponent {}
    impl Ord for PrefixComponent {}
    impl Hash for PrefixComponent {}

    pub enum Prefix {
        Verbatim(&OsStr),
        VerbatimUNC(&OsStr, &OsStr),
        VerbatimDisk(u8),
        DeviceNS(&OsStr),
        UNC(&OsStr, &OsStr),
        Disk(u8),
    }
    impl Prefix {
        pub fn is_verbatim(&self) -> bool {}
    }
    impl Clone for Prefix {}
    impl Copy for Prefix {}
    impl Debug for Prefix {}
    impl PartialEq for Prefix {}
    impl Eq for Prefix {}
    impl PartialOrd for Prefix {}
    impl Ord for Prefix {}
    impl Hash for Prefix {}

    pub struct Display;
    impl std::fmt::Display for Display {}
    impl Debug for Display {}

    pub struct StripPrefixError;
    impl Clone for StripPrefixError {}
    impl PartialEq for StripPrefixError {}
    impl Eq for StripPrefixError {}
    impl Debug for StripPrefixError {}
    impl std::fmt::Display for StripPrefixError {}
    impl std::error::Error for StripPrefixError {}
}

pub mod ffi {
    pub use os_str::{OsStr, OsString};

    pub mod os_str {
        pub struct OsStr;
        impl OsStr {
            pub fn new<S: AsRef<OsStr>>(s: &S) -> &OsStr {}
            pub fn from_encoded_bytes_unchecked(bytes: &[u8]) -> &OsStr {}
            pub fn to_str(&self) -> Option<&str> {}
            pub fn to_string_lossy(&self) -> Cow<str> {}
            pub fn to_os_string(&self) -> OsString {}
            pub fn is_empty(&self) -> bool {}
            pub fn len(&self) -> usize {}
            pub fn into_os_string(self: Box<OsStr>) -> OsString {}
            pub fn as_encoded_bytes(&self) -> &[u8] {}
            pub fn make_ascii_lowercase(&mut self) {}
            pub fn make_ascii_uppercase(&mut self) {}
            pub fn to_ascii_lowercase(&self) -> OsString {}
            pub fn to_ascii_uppercase(&self) -> OsString {}
            pub fn is_ascii(&self) -> bool {}
            pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {}
            pub fn display(&self) -> std::ffi::os_str::Display {}
        }
        impl Debug for OsStr {}
        impl PartialEq for OsStr {}
        impl Eq for OsStr {}
        impl PartialOrd for OsStr {}
        impl Ord for OsStr {}
        impl Hash for OsStr {}
        impl ToOwned for OsStr {
            type Owned = OsString;
        }
        impl Default for &OsStr {}
        impl Default for Box<OsStr> {}
        impl Clone for Box<OsStr> {}

        pub struct OsString;
        impl OsString {
            pub fn new() -> OsString {}
            pub fn from_encoded_bytes_unchecked(bytes: Vec<u8>) -> OsString {}
            pub fn as_os_str(&self) -> &OsStr {}
            pub fn into_encoded_bytes(self) -> Vec<u8> {}
            pub fn into_string(self) -> Result<String, OsString> {}
            pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {}
            pub fn with_capacity(capacity: usize) -> OsString {}
            pub fn clear(&mut self) {}
            pub fn capacity(&self) -> usize {}
            pub fn reserve(&mut self, additional: usize) {}
            pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn reserve_exact(&mut self, additional: usize) {}
            pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {}
            pub fn shrink_to_fit(&mut self) {}
            pub fn shrink_to(&mut self, min_capacity: usize) {}
            pub fn into_boxed_os_str(self) -> Box<OsStr> {}
            pub fn leak(self) -> &mut OsStr {}
        }
        impl Clone for OsString {}
        impl Debug for OsString {}
        impl Default for OsString {}
        impl PartialEq for OsString {}
        impl Eq for OsString {}
        impl PartialOrd for OsString {}
        impl Ord for OsString {}
        impl Hash for OsString {}
        impl Deref for OsString {
            type Target = OsStr;
        }
        impl DerefMut for OsString {}
        impl Borrow<OsStr> for OsString {}
        impl FromStr for OsString {
            type Err = Infallible;
        }
        impl Index<RangeFull> for OsString {
            type Output = OsStr;
        }
        impl IndexMut<RangeFull> for OsString {}
        impl std::fmt::Write for OsString {}
        impl AsRef<OsStr> for OsStr {}
        impl AsRef<OsStr> for OsString {}
        impl FromIterator<OsString> for OsString {}
        impl FromIterator<&OsStr> for OsString {}
        impl FromIterator<Cow<OsStr>> for OsString {}
        impl Extend<OsString> for OsString {}
        impl Extend<&OsStr> for OsString {}
        impl Extend<Cow<OsStr>> for OsString {}
        impl From<String> for OsString {}
        impl<T: AsRef<OsStr>> From<&T> for OsString {}
        impl From<Box<OsStr>> for OsString {}
        impl From<Cow<OsStr>> for OsString {}
        impl From<&OsStr> for Box<OsStr> {}
        impl From<&mut OsStr> for Box<OsStr> {}
        impl From<Cow<OsStr>> for Box<OsStr> {}
        impl From<OsString> for Box<OsStr> {}
        impl From<&OsStr> for Rc<OsStr> {}
        impl From<&mut OsStr> for Rc<OsStr> {}
        impl From<OsString> for Rc<OsStr> {}
        impl From<&OsStr> for Arc<OsStr> {}
        impl From<&mut OsStr> for Arc<OsStr> {}
        impl From<OsString> for Arc<OsStr> {}
        impl From<&OsStr> for Cow<OsStr> {}
        impl From<OsString> for Cow<OsStr> {}
        impl From<&OsString> for Cow<OsStr> {}
        impl TryFrom<&OsStr> for &str {
            type Error = Utf8Error;
        }

        impl PartialEq<OsStr> for OsString {}
        impl PartialEq<OsString> for OsStr {}
        impl PartialOrd<OsStr> for OsString {}
        impl PartialOrd<OsString> for OsStr {}
        impl PartialEq<&OsStr> for OsString {}
        impl PartialEq<OsString> for &OsStr {}
        impl PartialOrd<&OsStr> for OsString {}
        impl PartialOrd<OsString> for &OsStr {}
        impl PartialEq<OsStr> for Cow<OsStr> {}
        impl PartialEq<Cow<OsStr>> for OsStr {}
        impl PartialOrd<OsStr> for Cow<OsStr> {}
        impl PartialOrd<Cow<OsStr>> for OsStr {}
        impl PartialEq<&OsStr> for Cow<OsStr> {}
        impl PartialEq<Cow<OsStr>> for &OsStr {}
        impl PartialOrd<&OsStr> for Cow<OsStr> {}
        impl PartialOrd<Cow<OsStr>> for &OsStr {}
        impl PartialEq<OsString> for Cow<OsStr> {}
        impl PartialEq<Cow<OsStr>> for OsString {}
        impl PartialOrd<OsString> for Cow<OsStr> {}
        impl PartialOrd<Cow<OsStr>> for OsString {}
        impl PartialEq<str> for OsString {}
        impl PartialEq<OsString> for str {}
        impl PartialEq<&str> for OsString {}
        impl PartialEq<OsString> for &str {}
        impl PartialEq<str> for OsStr {}
        impl PartialEq<OsStr> for str {}
        impl PartialOrd<str> for OsString {}
        impl PartialOrd<str> for OsStr {}

        pub struct Display;
        impl std::fmt::Display for Display {}
        impl Debug for Display {}
    }

    pub struct CStr;
    impl CStr {
        pub fn from_ptr(ptr: *const c_char) -> &CStr {}
        pub fn from_bytes_until_nul(bytes: &[u8]) -> Result<&CStr, FromBytesUntilNulError> {}
        pub fn from_bytes_with_nul(bytes: &[u8]) -> Result<&CStr, FromBytesWithNulError> {}
        pub fn from_bytes_with_nul_unchecked(bytes: &[u8]) -> &CStr {}
        pub fn as_ptr(&self) -> *const c_char {}
        pub fn count_bytes(&self) -> usize {}
        pub fn is_empty(&self) -> bool {}
        pub fn to_bytes(&self) -> &[u8] {}
        pub fn to_bytes_with_nul(&self) -> &[u8] {}
        pub fn to_str(&self) -> Result<&str, Utf8Error> {}
        pub fn to_string_lossy(&self) -> Cow<str> {}
        pub fn into_c_string(self: Box<CStr>) -> CString {}
    }
    impl Debug for CStr {}
    impl PartialEq for CStr {}
    impl Eq for CStr {}
    impl PartialOrd for CStr {}
    impl Ord for CStr {}
    impl Hash for CStr {}
    impl PartialEq<CString> for CStr {}
    impl PartialEq<Cow<CStr>> for CStr {}
    impl ToOwned for CStr {
        type Owned = CString;
    }
    impl Default for &CStr {}
    impl Default for Box<CStr> {}
    impl Default for Rc<CStr> {}
    impl Clone for Box<CStr> {}
    impl AsRef<CStr> for CStr {}
    impl Index<RangeFrom<usize>> for CStr {
        type Output = CStr;
    }

    pub struct CString;
    impl CString {
        pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {}
        pub fn from_vec_unchecked(v: Vec<u8>) -> CString {}
        pub fn from_raw(ptr: *mut c_char) -> CString {}
        pub fn into_raw(self) -> *mut c_char {}
        pub fn into_string(self) -> Result<String, IntoStringError> {}
        pub fn into_bytes(self) -> Vec<u8> {}
        pub fn into_bytes_with_nul(self) -> Vec<u8> {}
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn as_bytes_with_nul(&self) -> &[u8] {}
        pub fn as_c_str(&self) -> &CStr {}
        pub fn into_boxed_c_str(self) -> Box<CStr> {}
        pub fn from_vec_with_nul_unchecked(v: Vec<u8>) -> CString {}
        pub fn from_vec_with_nul(v: Vec<u8>) -> Result<CString, FromVecWithNulError> {}
    }
    impl Clone for CString {}
    impl Debug for CString {}
    impl Default for CString {}
    impl PartialEq for CString {}
    impl Eq for CString {}
    impl PartialOrd for CString {}
    impl Ord for CString {}
    impl Hash for CString {}
    impl PartialEq<CStr> for CString {}
    impl PartialEq<&CStr> for CString {}
    impl PartialEq<Cow<CStr>> for CString {}
    impl Deref for CString {
        type Target = CStr;
    }
    impl Borrow<CStr> for CString {}
    impl AsRef<CStr> for CString {}
    impl Index<RangeFull> for CString {
        type Output = CStr;
    }
    impl From<&CStr> for CString {}
    impl From<Box<CStr>> for CString {}
    impl From<Cow<CStr>> for CString {}
    impl From<Vec<NonZero<u8>>> for CString {}
    impl From<&CStr> for Box<CStr> {}
    impl From<&mut CStr> for Box<CStr> {}
    impl From<Cow<CStr>> for Box<CStr> {}
    impl From<CString> for Box<CStr> {}
    impl From<&CStr> for Rc<CStr> {}
    impl From<&mut CStr> for Rc<CStr> {}
    impl From<CString> for Rc<CStr> {}
    impl From<&CStr> for Arc<CStr> {}
    impl From<&mut CStr> for Arc<CStr> {}
    impl From<CString> for Arc<CStr> {}
    impl From<&CStr> for Cow<CStr> {}
    impl From<CString> for Cow<CStr> {}
    impl From<&CString> for Cow<CStr> {}
    impl TryFrom<CString> for String {
        type Error = IntoStringError;
    }

    pub struct NulError;
    impl NulError {
        pub fn nul_position(&self) -> usize {}
        pub fn into_vec(self) -> Vec<u8> {}
    }
    impl Clone for NulError {}
    impl PartialEq for NulError {}
    impl Eq for NulError {}
    impl Debug for NulError {}
    impl std::fmt::Display for NulError {}
    impl std::error::Error for NulError {}

    pub enum FromBytesWithNulError {
        InteriorNul { position: usize },
        NotNulTerminated,
    }
    impl Clone for FromBytesWithNulError {}
    impl Copy for FromBytesWithNulError {}
    impl PartialEq for FromBytesWithNulError {}
    impl Eq for FromBytesWithNulError {}
    impl Debug for FromBytesWithNulError {}
    impl std::fmt::Display for FromBytesWithNulError {}
    impl std::error::Error for FromBytesWithNulError {}

    pub struct FromBytesUntilNulError;
    impl Clone for FromBytesUntilNulError {}
    impl PartialEq for FromBytesUntilNulError {}
    impl Eq for FromBytesUntilNulError {}
    impl Debug for FromBytesUntilNulError {}
    impl std::fmt::Display for FromBytesUntilNulError {}
    impl std::error::Error for FromBytesUntilNulError {}

    pub struct FromVecWithNulError;
    impl FromVecWithNulError {
        pub fn as_bytes(&self) -> &[u8] {}
        pub fn into_bytes(self) -> Vec<u8> {}
    }
    impl Clone for FromVecWithNulError {}
    impl PartialEq for FromVecWithNulError {}
    impl Eq for FromVecWithNulError {}
    impl Debug for FromVecWithNulError {}
    impl std::fmt::Display for FromVecWithNulError {}
    impl std::error::Error for FromVecWithNulError {}

    pub struct IntoStringError;
    impl IntoStringError {
        pub fn into_cstring(self) -> CString {}
        pub fn utf8_error(&self) -> Utf8Error {}
    }
    impl Clone for IntoStringError {}
    impl PartialEq for IntoStringError {}
    impl Eq for IntoStringError {}
    impl Debug for IntoStringError {}
    impl std::fmt::Display for IntoStringError {}
    impl std::error::Error for IntoStringError {}

    pub enum c_void {}
    impl Debug for c_void {}
    pub type c_char = i8;
    pub type c_schar = i8;
    pub type c_uchar = u8;
    pub type c_short = i16;
    pub type c_ushort = u16;
    pub type c_int = i32;
    pub type c_uint = u32;
    pub type c_long = i64;
    pub type c_ulong = u64;
    pub type c_longlong = i64;
    pub type c_ulonglong = u64;
    pub type c_float = f32;
    pub type c_double = f64;

    pub mod c_str {
        pub use std::ffi::{
            CStr, CString, FromBytesUntilNulError, FromBytesWithNulError, FromVecWithNulError, IntoStringError,
            NulError,
        };
    }
}

pub mod fs {
    pub fn canonicalize<P: AsRef<Path>>(path: P) -> std::io::Result<PathBuf> {}
    pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> std::io::Result<u64> {}
    pub fn create_dir<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn create_dir_all<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn exists<P: AsRef<Path>>(path: P) -> std::io::Result<bool> {}
    pub fn hard_link<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> std::io::Result<()> {}
    pub fn metadata<P: AsRef<Path>>(path: P) -> std::io::Result<Metadata> {}
    pub fn read<P: AsRef<Path>>(path: P) -> std::io::Result<Vec<u8>> {}
    pub fn read_dir<P: AsRef<Path>>(path: P) -> std::io::Result<ReadDir> {}
    pub fn read_link<P: AsRef<Path>>(path: P) -> std::io::Result<PathBuf> {}
    pub fn read_to_string<P: AsRef<Path>>(path: P) -> std::io::Result<String> {}
    pub fn remove_dir<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn remove_dir_all<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn remove_file<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> std::io::Result<()> {}
    pub fn set_permissions<P: AsRef<Path>>(path: P, perm: Permissions) -> std::io::Result<()> {}
    pub fn soft_link<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> std::io::Result<()> {}
    pub fn symlink_metadata<P: AsRef<Path>>(path: P) -> std::io::Result<Metadata> {}
    pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> std::io::Result<()> {}

    pub struct File;
    impl File {
        pub fn open<P: AsRef<Path>>(path: P) -> std::io::Result<File> {}
        pub fn create<P: AsRef<Path>>(path: P) -> std::io::Result<File> {}
        pub fn create_new<P: AsRef<Path>>(path: P) -> std::io::Result<File> {}
        pub fn options() -> OpenOptions {}
        pub fn sync_all(&self) -> std::io::Result<()> {}
        pub fn sync_data(&self) -> std::io::Result<()> {}
        pub fn lock(&self) -> std::io::Result<()> {}
        pub fn lock_shared(&self) -> std::io::Result<()> {}
        pub fn try_lock(&self) -> Result<(), std::fs::TryLockError> {}
        pub fn try_lock_shared(&self) -> Result<(), std::fs::TryLockError> {}
        pub fn unlock(&self) -> std::io::Result<()> {}
        pub fn set_len(&self, size: u64) -> std::io::Result<()> {}
        pub fn metadata(&self) -> std::io::Result<Metadata> {}
        pub fn try_clone(&self) -> std::io::Result<File> {}
        pub fn set_permissions(&self, perm: Permissions) -> std::io::Result<()> {}
        pub fn set_times(&self, times: FileTimes) -> std::io::Result<()> {}
        pub fn set_modified(&self, time: SystemTime) -> std::io::Result<()> {}
    }
    impl Debug for File {}
    impl std::io::Read for File {}
    impl std::io::Read for &File {}
    impl std::io::Read for Arc<File> {}
    impl std::io::Write for File {}
    impl std::io::Write for &File {}
    impl std::io::Write for Arc<File> {}
    impl std::io::Seek for File {}
    impl std::io::Seek for &File {}
    impl std::io::Seek for Arc<File> {}

    pub enum TryLockError {
        Error(std::io::Error),
        WouldBlock,
    }
    impl Debug for TryLockError {}
    impl std::fmt::Display for TryLockError {}
    impl std::error::Error for TryLockError {}
    impl From<TryLockError> for std::io::Error {}

    pub struct OpenOptions;
    impl OpenOptions {
        pub fn new() -> OpenOptions {}
        pub fn read(&mut self, read: bool) -> &mut OpenOptions {}
        pub fn write(&mut self, write: bool) -> &mut OpenOptions {}
        pub fn append(&mut self, append: bool) -> &mut OpenOptions {}
        pub fn truncate(&mut self, truncate: bool) -> &mut OpenOptions {}
        pub fn create(&mut self, create: bool) -> &mut OpenOptions {}
        pub fn create_new(&mut self, create_new: bool) -> &mut OpenOptions {}
        pub fn open<P: AsRef<Path>>(&self, path: P) -> std::io::Result<File> {}
    }
    impl Clone for OpenOptions {}
    impl Debug for OpenOptions {}

    pub struct Metadata;
    impl Metadata {
        pub fn file_type(&self) -> FileType {}
        pub fn is_dir(&self) -> bool {}
        pub fn is_file(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
        pub fn len(&self) -> u64 {}
        pub fn permissions(&self) -> Permissions {}
        pub fn modified(&self) -> std::io::Result<SystemTime> {}
        pub fn accessed(&self) -> std::io::Result<SystemTime> {}
        pub fn created(&self) -> std::io::Result<SystemTime> {}
    }
    impl Clone for Metadata {}
    impl Debug for Metadata {}

    pub struct FileTimes;
    impl FileTimes {
        pub fn new() -> FileTimes {}
        pub fn set_accessed(self, t: SystemTime) -> FileTimes {}
        pub fn set_modified(self, t: SystemTime) -> FileTimes {}
    }
    impl Clone for FileTimes {}
    impl Copy for FileTimes {}
    impl Debug for FileTimes {}
    impl Default for FileTimes {}

    pub struct Permissions;
    impl Permissions {
        pub fn readonly(&self) -> bool {}
        pub fn set_readonly(&mut self, readonly: bool) {}
    }
    impl Clone for Permissions {}
    impl Debug for Permissions {}
    impl PartialEq for Permissions {}
    impl Eq for Permissions {}

    pub struct FileType;
    impl FileType {
        pub fn is_dir(&self) -> bool {}
        pub fn is_file(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
    }
    impl Clone for FileType {}
    impl Copy for FileType {}
    impl Debug for FileType {}
    impl PartialEq for FileType {}
    impl Eq for FileType {}
    impl Hash for FileType {}

    pub struct ReadDir;
    impl Iterator for ReadDir {
        type Item = std::io::Result<DirEntry>;
    }
    impl Debug for ReadDir {}

    pub struct DirEntry;
    impl DirEntry {
        pub fn path(&self) -> PathBuf {}
        pub fn metadata(&self) -> std::io::Result<Metadata> {}
        pub fn file_type(&self) -> std::io::Result<FileType> {}
        pub fn file_name(&self) -> OsString {}
    }
    impl Debug for DirEntry {}

    pub struct DirBuilder;
    impl DirBuilder {
        pub fn new() -> DirBuilder {}
        pub fn recursive(&mut self, recursive: bool) -> &mut DirBuilder {}
        pub fn create<P: AsRef<Path>>(&self, path: P) -> std::io::Result<()> {}
    }
    impl Debug for DirBuilder {}
}

pub mod io {
    pub type Result<T> = std::result::Result<T, std::io::Error>;

    pub mod prelude {
        pub use std::io::{BufRead, Read, Seek, Write};
    }

    pub fn copy<R: Read, W: std::io::Write>(reader: &mut R, writer: &mut W) -> std::io::Result<u64> {}
    pub fn empty() -> std::io::Empty {}
    pub fn repeat(byte: u8) -> std::io::Repeat {}
    pub fn sink() -> Sink {}
    pub fn stdin() -> Stdin {}
    pub fn stdout() -> Stdout {}
    pub fn stderr() -> Stderr {}
    pub fn read_to_string<R: Read>(reader: R) -> std::io::Result<String> {}
    pub fn pipe() -> std::io::Result<(PipeReader, PipeWriter)> {}

    pub trait Read {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize>;
        fn read_vectored(&mut self, bufs: &mut [IoSliceMut]) -> std::io::Result<usize> {}
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> std::io::Result<usize> {}
        fn read_to_string(&mut self, buf: &mut String) -> std::io::Result<usize> {}
        fn read_exact(&mut self, buf: &mut [u8]) -> std::io::Result<()> {}
        fn by_ref(&mut self) -> &mut Self {}
        fn bytes(self) -> std::io::Bytes<Self> {}
        fn chain<R: Read>(self, next: R) -> std::io::Chain<Self, R> {}
        fn take(self, limit: u64) -> std::io::Take<Self> {}
    }
    pub trait Write {
        fn write(&mut self, buf: &[u8]) -> std::io::Result<usize>;
        fn write_vectored(&mut self, bufs: &[IoSlice]) -> std::io::Result<usize> {}
        fn flush(&mut self) -> std::io::Result<()>;
        fn write_all(&mut self, buf: &[u8]) -> std::io::Result<()> {}
        fn write_fmt(&mut self, args: Arguments) -> std::io::Result<()> {}
        fn by_ref(&mut self) -> &mut Self {}
    }
    pub trait Seek {
        fn seek(&mut self, pos: SeekFrom) -> std::io::Result<u64>;
        fn rewind(&mut self) -> std::io::Result<()> {}
        fn stream_position(&mut self) -> std::io::Result<u64> {}
        fn seek_relative(&mut self, offset: i64) -> std::io::Result<()> {}
    }
    pub trait BufRead: Read {
        fn fill_buf(&mut self) -> std::io::Result<&[u8]>;
        fn consume(&mut self, amount: usize);
        fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> std::io::Result<usize> {}
        fn skip_until(&mut self, byte: u8) -> std::io::Result<usize> {}
        fn read_line(&mut self, buf: &mut String) -> std::io::Result<usize> {}
        fn split(self, byte: u8) -> std::io::Split<Self> {}
        fn lines(self) -> std::io::Lines<Self> {}
    }
    pub trait IsTerminal {
        fn is_terminal(&self) -> bool;
    }

    impl<R: Read> Read for &mut R {}
    impl<R: Read> Read for Box<R> {}
    impl Read for &[u8] {}
    impl Read for VecDeque<u8> {}
    impl<W: std::io::Write> std::io::Write for &mut W {}
    impl<W: std::io::Write> std::io::Write for Box<W> {}
    impl std::io::Write for &mut [u8] {}
    impl std::io::Write for Vec<u8> {}
    impl std::io::Write for VecDeque<u8> {}
    impl<S: Seek> Seek for &mut S {}
    impl<S: Seek> Seek for Box<S> {}
    impl<B: BufRead> BufRead for &mut B {}
    impl<B: BufRead> BufRead for Box<B> {}
    impl BufRead for &[u8] {}
    impl BufRead for VecDeque<u8> {}

    pub enum SeekFrom {
        Start(u64),
        End(i64),
        Current(i64),
    }
    impl Clone for SeekFrom {}
    impl Copy for SeekFrom {}
    impl Debug for SeekFrom {}
    impl PartialEq for SeekFrom {}
    impl Eq for SeekFrom {}

    pub struct Error;
    impl Error {
        pub fn new<E: Into<Box<dyn std::error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> std::io::Error {}
        pub fn other<E: Into<Box<dyn std::error::Error + Send + Sync>>>(error: E) -> std::io::Error {}
        pub fn last_os_error() -> std::io::Error {}
        pub fn from_raw_os_error(code: i32) -> std::io::Error {}
        pub fn raw_os_error(&self) -> Option<i32> {}
        pub fn get_ref(&self) -> Option<&(dyn std::error::Error + Send + Sync)> {}
        pub fn get_mut(&mut self) -> Option<&mut (dyn std::error::Error + Send + Sync)> {}
        pub fn into_inner(self) -> Option<Box<dyn std::error::Error + Send + Sync>> {}
        pub fn downcast<E: std::error::Error>(self) -> std::result::Result<E, std::io::Error> {}
        pub fn kind(&self) -> ErrorKind {}
    }
    impl Debug for std::io::Error {}
    impl std::fmt::Display for std::io::Error {}
    impl std::error::Error for std::io::Error {}
    impl From<ErrorKind> for std::io::Error {}
    impl From<NulError> for std::io::Error {}
    impl From<TryReserveError> for std::io::Error {}
    impl<W> From<IntoInnerError<W>> for std::io::Error {}

    pub enum ErrorKind {
        NotFound,
        PermissionDenied,
        ConnectionRefused,
        ConnectionReset,
        HostUnreachable,
        NetworkUnreachable,
        ConnectionAborted,
        NotConnected,
        AddrInUse,
        AddrNotAvailable,
        NetworkDown,
        BrokenPipe,
        AlreadyExists,
        WouldBlock,
        NotADirectory,
        IsADirectory,
        DirectoryNotEmpty,
        ReadOnlyFilesystem,
        StaleNetworkFileHandle,
        InvalidInput,
        InvalidData,
        TimedOut,
        WriteZero,
        StorageFull,
        NotSeekable,
        QuotaExceeded,
        FileTooLarge,
        ResourceBusy,
        ExecutableFileBusy,
        Deadlock,
        CrossesDevices,
        TooManyLinks,
        InvalidFilename,
        ArgumentListTooLong,
        Interrupted,
        Unsupported,
        UnexpectedEof,
        OutOfMemory,
        Other,
    }
    impl Clone for ErrorKind {}
    impl Copy for ErrorKind {}
    impl Debug for ErrorKind {}
    impl PartialEq for ErrorKind {}
    impl Eq for ErrorKind {}
    impl PartialOrd for ErrorKind {}
    impl Ord for ErrorKind {}
    impl Hash for ErrorKind {}
    impl std::fmt::Display for ErrorKind {}

    pub struct BufReader<R>(R);
    impl<R> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> {}
        pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {}
        pub fn get_ref(&self) -> &R {}
        pub fn get_mut(&mut self) -> &mut R {}
        pub fn buffer(&self) -> &[u8] {}
        pub fn capacity(&self) -> usize {}
        pub fn into_inner(self) -> R {}
        pub fn seek_relative(&mut self, offset: i64) -> std::io::Result<()> {}
    }
    impl<R: Read> Read for BufReader<R> {}
    impl<R: Read> BufRead for BufReader<R> {}
    impl<R: Seek> Seek for BufReader<R> {}
    impl<R: Debug> Debug for BufReader<R> {}

    pub struct BufWriter<W>(W);
    impl<W> BufWriter<W> {
        pub fn new(inner: W) -> BufWriter<W> {}
        pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {}
        pub fn into_inner(self) -> std::result::Result<W, IntoInnerError<BufWriter<W>>> {}
        pub fn into_parts(self) -> (W, std::result::Result<Vec<u8>, WriterPanicked>) {}
        pub fn get_ref(&self) -> &W {}
        pub fn get_mut(&mut self) -> &mut W {}
        pub fn buffer(&self) -> &[u8] {}
        pub fn capacity(&self) -> usize {}
    }
    impl<W: std::io::Write> std::io::Write for BufWriter<W> {}
    impl<W: std::io::Write + Seek> Seek for BufWriter<W> {}
    impl<W: Debug> Debug for BufWriter<W> {}

    pub struct LineWriter<W>(W);
    impl<W> LineWriter<W> {
        pub fn new(inner: W) -> LineWriter<W> {}
        pub fn with_capacity(capacity: usize, inner: W) -> LineWriter<W> {}
        pub fn get_ref(&self) -> &W {}
        pub fn get_mut(&mut self) -> &mut W {}
        pub fn into_inner(self) -> std::result::Result<W, IntoInnerError<LineWriter<W>>> {}
    }
    impl<W: std::io::Write> std::io::Write for LineWriter<W> {}
    impl<W: Debug> Debug for LineWriter<W> {}

    pub struct IntoInnerError<W>(W);
    impl<W> IntoInnerError<W> {
        pub fn error(&self) -> &std::io::Error {}
        pub fn into_inner(self) -> W {}
        pub fn into_error(self) -> std::io::Error {}
        pub fn into_parts(self) -> (std::io::Error, W) {}
    }
    impl<W: Debug> Debug for IntoInnerError<W> {}
    impl<W> std::fmt::Display for IntoInnerError<W> {}
    impl<W> std::error::Error for IntoInnerError<W> {}

    pub struct WriterPanicked;
    impl WriterPanicked {
        pub fn into_inner(self) -> Vec<u8> {}
    }
    impl Debug for WriterPanicked {}
    impl std::fmt::Display for WriterPanicked {}
    impl std::error::Error for WriterPanicked {}

    pub struct Cursor<T>(T);
    impl<T> Cursor<T> {
        pub fn new(inner: T) -> Cursor<T> {}
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn position(&self) -> u64 {}
        pub fn set_position(&mut self, pos: u64) {}
    }
    impl<T: AsRef<[u8]>> Read for Cursor<T> {}
    impl<T: AsRef<[u8]>> BufRead for Cursor<T> {}
    impl<T: AsRef<[u8]>> Seek for Cursor<T> {}
    impl std::io::Write for Cursor<&mut [u8]> {}
    impl std::io::Write for Cursor<Vec<u8>> {}
    impl std::io::Write for Cursor<&mut Vec<u8>> {}
    impl std::io::Write for Cursor<Box<[u8]>> {}
    impl std::io::Write for Cursor<[u8; 0]> {}
    impl<T: Clone> Clone for Cursor<T> {}
    impl<T: Debug> Debug for Cursor<T> {}
    impl<T: Default> Default for Cursor<T> {}
    impl<T: PartialEq> PartialEq for Cursor<T> {}
    impl<T: Eq> Eq for Cursor<T> {}

    pub struct Chain<T, U>(T, U);
    impl<T, U> Chain<T, U> {
        pub fn into_inner(self) -> (T, U) {}
        pub fn get_ref(&self) -> (&T, &U) {}
        pub fn get_mut(&mut self) -> (&mut T, &mut U) {}
    }
    impl<T: Read, U: Read> Read for Chain<T, U> {}
    impl<T: BufRead, U: BufRead> BufRead for Chain<T, U> {}
    impl<T: Debug, U: Debug> Debug for Chain<T, U> {}

    pub struct Take<T>(T);
    impl<T> Take<T> {
        pub fn limit(&self) -> u64 {}
        pub fn set_limit(&mut self, limit: u64) {}
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T: Read> Read for Take<T> {}
    impl<T: BufRead> BufRead for Take<T> {}
    impl<T: Seek> Seek for Take<T> {}
    impl<T: Debug> Debug for Take<T> {}

    pub struct Bytes<R>(R);
    impl<R: Read> Iterator for Bytes<R> {
        type Item = std::io::Result<u8>;
    }
    impl<R: Debug> Debug for Bytes<R> {}

    pub struct Lines<B>(B);
    impl<B: BufRead> Iterator for Lines<B> {
        type Item = std::io::Result<String>;
    }
    impl<B: Debug> Debug for Lines<B> {}

    pub struct Split<B>(B);
    impl<B: BufRead> Iterator for Split<B> {
        type Item = std::io::Result<Vec<u8>>;
    }
    impl<B: Debug> Debug for Split<B> {}

    pub struct Empty;
    impl Read for Empty {}
    impl BufRead for Empty {}
    impl Seek for Empty {}
    impl std::io::Write for Empty {}
    impl Clone for Empty {}
    impl Copy for Empty {}
    impl Debug for Empty {}
    impl Default for Empty {}
    impl std::io::Write for &Empty {}

    pub struct Sink;
    impl std::io::Write for Sink {}
    impl Clone for Sink {}
    impl Copy for Sink {}
    impl Debug for Sink {}
    impl Default for Sink {}
    impl std::io::Write for &Sink {}

    pub struct Repeat;
    impl Read for Repeat {}
    impl Clone for Repeat {}
    impl Debug for Repeat {}

    pub struct Stdin;
    impl Stdin {
        pub fn lock(&self) -> StdinLock {}
        pub fn read_line(&self, buf: &mut String) -> std::io::Result<usize> {}
        pub fn lines(self) -> std::io::Lines<StdinLock> {}
    }
    impl Read for Stdin {}
    impl IsTerminal for Stdin {}
    impl Debug for Stdin {}
    impl Read for &Stdin {}

    pub struct StdinLock;
    impl Read for StdinLock {}
    impl BufRead for StdinLock {}
    impl IsTerminal for StdinLock {}
    impl Debug for StdinLock {}

    pub struct Stdout;
    impl Stdout {
        pub fn lock(&self) -> StdoutLock {}
    }
    impl std::io::Write for Stdout {}
    impl IsTerminal for Stdout {}
    impl Debug for Stdout {}
    impl std::io::Write for &Stdout {}

    pub struct StdoutLock;
    impl std::io::Write for StdoutLock {}
    impl IsTerminal for StdoutLock {}
    impl Debug for StdoutLock {}

    pub struct Stderr;
    impl Stderr {
        pub fn lock(&self) -> StderrLock {}
    }
    impl std::io::Write for Stderr {}
    impl IsTerminal for Stderr {}
    impl Debug for Stderr {}
    impl std::io::Write for &Stderr {}

    pub struct StderrLock;
    impl std::io::Write for StderrLock {}
    impl IsTerminal for StderrLock {}
    impl Debug for StderrLock {}

    impl IsTerminal for File {}
    impl IsTerminal for OwnedFd {}
    impl IsTerminal for BorrowedFd {}
    impl IsTerminal for OwnedHandle {}
    impl IsTerminal for BorrowedHandle {}

    pub struct PipeReader;
    impl PipeReader {
        pub fn try_clone(&self) -> std::io::Result<PipeReader> {}
    }
    impl Read for PipeReader {}
    impl Debug for PipeReader {}
    impl Read for &PipeReader {}

    pub struct PipeWriter;
    impl PipeWriter {
        pub fn try_clone(&self) -> std::io::Result<PipeWriter> {}
    }
    impl std::io::Write for PipeWriter {}
    impl Debug for PipeWriter {}
    impl std::io::Write for &PipeWriter {}

    pub struct IoSlice;
    impl IoSlice {
        pub fn new(buf: &[u8]) -> IoSlice {}
        pub fn advance(&mut self, n: usize) {}
        pub fn advance_slices(bufs: &mut &mut [IoSlice], n: usize) {}
    }
    impl Deref for IoSlice {
        type Target = [u8];
    }
    impl Clone for IoSlice {}
    impl Copy for IoSlice {}
    impl Debug for IoSlice {}

    pub struct IoSliceMut;
    impl IoSliceMut {
        pub fn new(buf: &mut [u8]) -> IoSliceMut {}
        pub fn advance(&mut self, n: usize) {}
        pub fn advance_slices(bufs: &mut &mut [IoSliceMut], n: usize) {}
    }
    impl Deref for IoSliceMut {
        type Target = [u8];
    }
    impl DerefMut for IoSliceMut {}
    impl Debug for IoSliceMut {}
}

pub mod net {
    pub enum IpAddr {
        V4(Ipv4Addr),
        V6(Ipv6Addr),
    }
    impl IpAddr {
        pub fn is_unspecified(&self) -> bool {}
        pub fn is_loopback(&self) -> bool {}
        pub fn is_multicast(&self) -> bool {}
        pub fn is_ipv4(&self) -> bool {}
        pub fn is_ipv6(&self) -> bool {}
        pub fn to_canonical(&self) -> IpAddr {}
    }
    impl Clone for IpAddr {}
    impl Copy for IpAddr {}
    impl Debug for IpAddr {}
    impl std::fmt::Display for IpAddr {}
    impl PartialEq for IpAddr {}
    impl Eq for IpAddr {}
    impl PartialOrd for IpAddr {}
    impl Ord for IpAddr {}
    impl Hash for IpAddr {}
    impl FromStr for IpAddr {
        type Err = AddrParseError;
    }
    impl From<Ipv4Addr> for IpAddr {}
    impl From<Ipv6Addr> for IpAddr {}
    impl From<[u8; 0]> for IpAddr {}
    impl From<[u16; 0]> for IpAddr {}
    impl PartialEq<Ipv4Addr> for IpAddr {}
    impl PartialEq<Ipv6Addr> for IpAddr {}
    impl PartialEq<IpAddr> for Ipv4Addr {}
    impl PartialEq<IpAddr> for Ipv6Addr {}
    impl PartialOrd<Ipv4Addr> for IpAddr {}
    impl PartialOrd<Ipv6Addr> for IpAddr {}
    impl PartialOrd<IpAddr> for Ipv4Addr {}
    impl PartialOrd<IpAddr> for Ipv6Addr {}

    pub struct Ipv4Addr;
    impl Ipv4Addr {
        pub const BITS: u32 = {};
        pub const LOCALHOST: Ipv4Addr = {};
        pub const UNSPECIFIED: Ipv4Addr = {};
        pub const BROADCAST: Ipv4Addr = {};
        pub fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {}
        pub fn to_bits(self) -> u32 {}
        pub fn from_bits(bits: u32) -> Ipv4Addr {}
        pub fn octets(&self) -> [u8; 0] {}
        pub fn from_octets(octets: [u8; 0]) -> Ipv4Addr {}
        pub fn is_unspecified(&self) -> bool {}
        pub fn is_loopback(&self) -> bool {}
        pub fn is_private(&self) -> bool {}
        pub fn is_link_local(&self) -> bool {}
        pub fn is_multicast(&self) -> bool {}
        pub fn is_broadcast(&self) -> bool {}
        pub fn is_documentation(&self) -> bool {}
        pub fn to_ipv6_compatible(&self) -> Ipv6Addr {}
        pub fn to_ipv6_mapped(&self) -> Ipv6Addr {}
    }
    impl Clone for Ipv4Addr {}
    impl Copy for Ipv4Addr {}
    impl Debug for Ipv4Addr {}
    impl std::fmt::Display for Ipv4Addr {}
    impl PartialEq for Ipv4Addr {}
    impl Eq for Ipv4Addr {}
    impl PartialOrd for Ipv4Addr {}
    impl Ord for Ipv4Addr {}
    impl Hash for Ipv4Addr {}
    impl FromStr for Ipv4Addr {
        type Err = AddrParseError;
    }
    impl From<[u8; 0]> for Ipv4Addr {}
    impl From<u32> for Ipv4Addr {}
    impl From<Ipv4Addr> for u32 {}
    impl Not for Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl Not for &Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitAnd<Ipv4Addr> for Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitAnd<&Ipv4Addr> for Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitAnd<Ipv4Addr> for &Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitAnd<&Ipv4Addr> for &Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitAndAssign<Ipv4Addr> for Ipv4Addr {}
    impl BitAndAssign<&Ipv4Addr> for Ipv4Addr {}
    impl BitOr<Ipv4Addr> for Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitOr<&Ipv4Addr> for Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitOr<Ipv4Addr> for &Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitOr<&Ipv4Addr> for &Ipv4Addr {
        type Output = Ipv4Addr;
    }
    impl BitOrAssign<Ipv4Addr> for Ipv4Addr {}
    impl BitOrAssign<&Ipv4Addr> for Ipv4Addr {}

    pub struct Ipv6Addr;
    impl Ipv6Addr {
        pub const BITS: u32 = {};
        pub const LOCALHOST: Ipv6Addr = {};
        pub const UNSPECIFIED: Ipv6Addr = {};
        pub fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr {}
        pub fn to_bits(self) -> u128 {}
        pub fn from_bits(bits: u128) -> Ipv6Addr {}
        pub fn segments(&self) -> [u16; 0] {}
        pub fn from_segments(segments: [u16; 0]) -> Ipv6Addr {}
        pub fn octets(&self) -> [u8; 0] {}
        pub fn from_octets(octets: [u8; 0]) -> Ipv6Addr {}
        pub fn is_unspecified(&self) -> bool {}
        pub fn is_loopback(&self) -> bool {}
        pub fn is_unique_local(&self) -> bool {}
        pub fn is_unicast_link_local(&self) -> bool {}
        pub fn is_multicast(&self) -> bool {}
        pub fn to_ipv4_mapped(&self) -> Option<Ipv4Addr> {}
        pub fn to_ipv4(&self) -> Option<Ipv4Addr> {}
        pub fn to_canonical(&self) -> IpAddr {}
    }
    impl Clone for Ipv6Addr {}
    impl Copy for Ipv6Addr {}
    impl Debug for Ipv6Addr {}
    impl std::fmt::Display for Ipv6Addr {}
    impl PartialEq for Ipv6Addr {}
    impl Eq for Ipv6Addr {}
    impl PartialOrd for Ipv6Addr {}
    impl Ord for Ipv6Addr {}
    impl Hash for Ipv6Addr {}
    impl FromStr for Ipv6Addr {
        type Err = AddrParseError;
    }
    impl From<[u8; 0]> for Ipv6Addr {}
    impl From<[u16; 0]> for Ipv6Addr {}
    impl From<u128> for Ipv6Addr {}
    impl From<Ipv6Addr> for u128 {}
    impl Not for Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl Not for &Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitAnd<Ipv6Addr> for Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitAnd<&Ipv6Addr> for Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitAnd<Ipv6Addr> for &Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitAnd<&Ipv6Addr> for &Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitAndAssign<Ipv6Addr> for Ipv6Addr {}
    impl BitAndAssign<&Ipv6Addr> for Ipv6Addr {}
    impl BitOr<Ipv6Addr> for Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitOr<&Ipv6Addr> for Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitOr<Ipv6Addr> for &Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitOr<&Ipv6Addr> for &Ipv6Addr {
        type Output = Ipv6Addr;
    }
    impl BitOrAssign<Ipv6Addr> for Ipv6Addr {}
    impl BitOrAssign<&Ipv6Addr> for Ipv6Addr {}

    pub enum SocketAddr {
        V4(SocketAddrV4),
        V6(SocketAddrV6),
    }
    impl SocketAddr {
        pub fn new(ip: IpAddr, port: u16) -> std::net::SocketAddr {}
        pub fn ip(&self) -> IpAddr {}
        pub fn set_ip(&mut self, new_ip: IpAddr) {}
        pub fn port(&self) -> u16 {}
        pub fn set_port(&mut self, new_port: u16) {}
        pub fn is_ipv4(&self) -> bool {}
        pub fn is_ipv6(&self) -> bool {}
    }
    impl Clone for SocketAddr {}
    impl Copy for SocketAddr {}
    impl Debug for SocketAddr {}
    impl std::fmt::Display for SocketAddr {}
    impl PartialEq for SocketAddr {}
    impl Eq for SocketAddr {}
    impl PartialOrd for SocketAddr {}
    impl Ord for SocketAddr {}
    impl Hash for SocketAddr {}
    impl FromStr for SocketAddr {
        type Err = AddrParseError;
    }
    impl From<SocketAddrV4> for SocketAddr {}
    impl From<SocketAddrV6> for SocketAddr {}
    impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {}

    pub struct SocketAddrV4;
    impl SocketAddrV4 {
        pub fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {}
        pub fn ip(&self) -> &Ipv4Addr {}
        pub fn set_ip(&mut self, new_ip: Ipv4Addr) {}
        pub fn port(&self) -> u16 {}
        pub fn set_port(&mut self, new_port: u16) {}
    }
    impl Clone for SocketAddrV4 {}
    impl Copy for SocketAddrV4 {}
    impl Debug for SocketAddrV4 {}
    impl std::fmt::Display for SocketAddrV4 {}
    impl PartialEq for SocketAddrV4 {}
    impl Eq for SocketAddrV4 {}
    impl PartialOrd for SocketAddrV4 {}
    impl Ord for SocketAddrV4 {}
    impl Hash for SocketAddrV4 {}
    impl FromStr for SocketAddrV4 {
        type Err = AddrParseError;
    }

    pub struct SocketAddrV6;
    impl SocketAddrV6 {
        pub fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6 {}
        pub fn ip(&self) -> &Ipv6Addr {}
        pub fn set_ip(&mut self, new_ip: Ipv6Addr) {}
        pub fn port(&self) -> u16 {}
        pub fn set_port(&mut self, new_port: u16) {}
        pub fn flowinfo(&self) -> u32 {}
        pub fn set_flowinfo(&mut self, new_flowinfo: u32) {}
        pub fn scope_id(&self) -> u32 {}
        pub fn set_scope_id(&mut self, new_scope_id: u32) {}
    }
    impl Clone for SocketAddrV6 {}
    impl Copy for SocketAddrV6 {}
    impl Debug for SocketAddrV6 {}
    impl std::fmt::Display for SocketAddrV6 {}
    impl PartialEq for SocketAddrV6 {}
    impl Eq for SocketAddrV6 {}
    impl PartialOrd for SocketAddrV6 {}
    impl Ord for SocketAddrV6 {}
    impl Hash for SocketAddrV6 {}
    impl FromStr for SocketAddrV6 {
        type Err = AddrParseError;
    }

    pub struct AddrParseError;
    impl Clone for AddrParseError {}
    impl PartialEq for AddrParseError {}
    impl Eq for AddrParseError {}
    impl Debug for AddrParseError {}
    impl std::fmt::Display for AddrParseError {}
    impl std::error::Error for AddrParseError {}

    pub trait ToSocketAddrs {
        type Iter: Iterator<Item = std::net::SocketAddr>;
        fn to_socket_addrs(&self) -> std::io::Result<Self::Iter>;
    }
    impl ToSocketAddrs for SocketAddr {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for SocketAddrV4 {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for SocketAddrV6 {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for (IpAddr, u16) {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for (Ipv4Addr, u16) {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for (Ipv6Addr, u16) {
        type Iter = std::option::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for (&str, u16) {
        type Iter = std::vec::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for (String, u16) {
        type Iter = std::vec::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for str {
        type Iter = std::vec::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for String {
        type Iter = std::vec::IntoIter<std::net::SocketAddr>;
    }
    impl ToSocketAddrs for &[std::net::SocketAddr] {
        type Iter = Cloned<std::slice::Iter<std::net::SocketAddr>>;
    }
    impl<T: ToSocketAddrs> ToSocketAddrs for &T {
        type Iter = T::Iter;
    }

    pub enum Shutdown {
        Read,
        Write,
        Both,
    }
    impl Clone for Shutdown {}
    impl Copy for Shutdown {}
    impl Debug for Shutdown {}
    impl PartialEq for Shutdown {}
    impl Eq for Shutdown {}

    pub struct TcpStream;
    impl TcpStream {
        pub fn connect<A: ToSocketAddrs>(addr: A) -> std::io::Result<TcpStream> {}
        pub fn connect_timeout(addr: &std::net::SocketAddr, timeout: Duration) -> std::io::Result<TcpStream> {}
        pub fn peer_addr(&self) -> std::io::Result<std::net::SocketAddr> {}
        pub fn local_addr(&self) -> std::io::Result<std::net::SocketAddr> {}
        pub fn shutdown(&self, how: Shutdown) -> std::io::Result<()> {}
        pub fn try_clone(&self) -> std::io::Result<TcpStream> {}
        pub fn set_read_timeout(&self, dur: Option<Duration>) -> std::io::Result<()> {}
        pub fn set_write_timeout(&self, dur: Option<Duration>) -> std::io::Result<()> {}
        pub fn read_timeout(&self) -> std::io::Result<Option<Duration>> {}
        pub fn write_timeout(&self) -> std::io::Result<Option<Duration>> {}
        pub fn peek(&self, buf: &mut [u8]) -> std::io::Result<usize> {}
        pub fn set_nodelay(&self, nodelay: bool) -> std::io::Result<()> {}
        pub fn nodelay(&self) -> std::io::Result<bool> {}
        pub fn set_ttl(&self, ttl: u32) -> std::io::Result<()> {}
        pub fn ttl(&self) -> std::io::Result<u32> {}
        pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
    }
    impl std::io::Read for TcpStream {}
    impl std::io::Write for TcpStream {}
    impl Debug for TcpStream {}
    impl std::io::Read for &TcpStream {}
    impl std::io::Write for &TcpStream {}

    pub struct TcpListener;
    impl TcpListener {
        pub fn bind<A: ToSocketAddrs>(addr: A) -> std::io::Result<TcpListener> {}
        pub fn local_addr(&self) -> std::io::Result<std::net::SocketAddr> {}
        pub fn try_clone(&self) -> std::io::Result<TcpListener> {}
        pub fn accept(&self) -> std::io::Result<(TcpStream, std::net::SocketAddr)> {}
        pub fn incoming(&self) -> std::net::Incoming {}
        pub fn set_ttl(&self, ttl: u32) -> std::io::Result<()> {}
        pub fn ttl(&self) -> std::io::Result<u32> {}
        pub fn set_only_v6(&self, only_v6: bool) -> std::io::Result<()> {}
        pub fn only_v6(&self) -> std::io::Result<bool> {}
        pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
    }
    impl Debug for TcpListener {}

    pub struct Incoming;
    impl Iterator for Incoming {
        type Item = std::io::Result<TcpStream>;
    }
    impl FusedIterator for Incoming {}
    impl Debug for Incoming {}

    pub struct UdpSocket;
    impl UdpSocket {
        pub fn bind<A: ToSocketAddrs>(addr: A) -> std::io::Result<UdpSocket> {}
        pub fn recv_from(&self, buf: &mut [u8]) -> std::io::Result<(usize, std::net::SocketAddr)> {}
        pub fn peek_from(&self, buf: &mut [u8]) -> std::io::Result<(usize, std::net::SocketAddr)> {}
        pub fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], addr: A) -> std::io::Result<usize> {}
        pub fn peer_addr(&self) -> std::io::Result<std::net::SocketAddr> {}
        pub fn local_addr(&self) -> std::io::Result<std::net::SocketAddr> {}
        pub fn try_clone(&self) -> std::io::Result<UdpSocket> {}
        pub fn set_read_timeout(&self, dur: Option<Duration>) -> std::io::Result<()> {}
        pub fn set_write_timeout(&self, dur: Option<Duration>) -> std::io::Result<()> {}
        pub fn read_timeout(&self) -> std::io::Result<Option<Duration>> {}
        pub fn write_timeout(&self) -> std::io::Result<Option<Duration>> {}
        pub fn set_broadcast(&self, broadcast: bool) -> std::io::Result<()> {}
        pub fn broadcast(&self) -> std::io::Result<bool> {}
        pub fn set_multicast_loop_v4(&self, multicast_loop_v4: bool) -> std::io::Result<()> {}
        pub fn multicast_loop_v4(&self) -> std::io::Result<bool> {}
        pub fn set_multicast_ttl_v4(&self, multicast_ttl_v4: u32) -> std::io::Result<()> {}
        pub fn multicast_ttl_v4(&self) -> std::io::Result<u32> {}
        pub fn set_multicast_loop_v6(&self, multicast_loop_v6: bool) -> std::io::Result<()> {}
        pub fn multicast_loop_v6(&self) -> std::io::Result<bool> {}
        pub fn set_ttl(&self, ttl: u32) -> std::io::Result<()> {}
        pub fn ttl(&self) -> std::io::Result<u32> {}
        pub fn join_multicast_v4(&self, multiaddr: &Ipv4Addr, interface: &Ipv4Addr) -> std::io::Result<()> {}
        pub fn join_multicast_v6(&self, multiaddr: &Ipv6Addr, interface: u32) -> std::io::Result<()> {}
        pub fn leave_multicast_v4(&self, multiaddr: &Ipv4Addr, interface: &Ipv4Addr) -> std::io::Result<()> {}
        pub fn leave_multicast_v6(&self, multiaddr: &Ipv6Addr, interface: u32) -> std::io::Result<()> {}
        pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
        pub fn connect<A: ToSocketAddrs>(&self, addr: A) -> std::io::Result<()> {}
        pub fn send(&self, buf: &[u8]) -> std::io::Result<usize> {}
        pub fn recv(&self, buf: &mut [u8]) -> std::io::Result<usize> {}
        pub fn peek(&self, buf: &mut [u8]) -> std::io::Result<usize> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
    }
    impl Debug for UdpSocket {}
}

pub mod env {
    pub fn current_dir() -> std::io::Result<PathBuf> {}
    pub fn set_current_dir<P: AsRef<Path>>(path: P) -> std::io::Result<()> {}
    pub fn vars() -> Vars {}
    pub fn vars_os() -> VarsOs {}
    pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {}
    pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {}
    pub fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) {}
    pub fn remove_var<K: AsRef<OsStr>>(key: K) {}
    pub fn split_paths<T: AsRef<OsStr>>(unparsed: &T) -> SplitPaths {}
    pub fn join_paths<I: IntoIterator<Item = T>, T: AsRef<OsStr>>(paths: I) -> Result<OsString, JoinPathsError> {}
    pub fn home_dir() -> Option<PathBuf> {}
    pub fn temp_dir() -> PathBuf {}
    pub fn current_exe() -> std::io::Result<PathBuf> {}
    pub fn args() -> Args {}
    pub fn args_os() -> ArgsOs {}

    pub struct Args;
    impl Iterator for Args {
        type Item = String;
    }
    impl DoubleEndedIterator for Args {}
    impl ExactSizeIterator for Args {}
    impl Debug for Args {}

    pub struct ArgsOs;
    impl Iterator for ArgsOs {
        type Item = OsString;
    }
    impl DoubleEndedIterator for ArgsOs {}
    impl ExactSizeIterator for ArgsOs {}
    impl Debug for ArgsOs {}

    pub struct Vars;
    impl Iterator for Vars {
        type Item = (String, String);
    }
    impl Debug for Vars {}

    pub struct VarsOs;
    impl Iterator for VarsOs {
        type Item = (OsString, OsString);
    }
    impl Debug for VarsOs {}

    pub struct SplitPaths;
    impl Iterator for SplitPaths {
        type Item = PathBuf;
    }
    impl Debug for SplitPaths {}

    pub enum VarError {
        NotPresent,
        NotUnicode(OsString),
    }
    impl Clone for VarError {}
    impl PartialEq for VarError {}
    impl Eq for VarError {}
    impl Debug for VarError {}
    impl std::fmt::Display for VarError {}
    impl std::error::Error for VarError {}

    pub struct JoinPathsError;
    impl Debug for JoinPathsError {}
    impl std::fmt::Display for JoinPathsError {}
    impl std::error::Error for JoinPathsError {}

    pub mod consts {
        pub const ARCH: &str = {};
        pub const FAMILY: &str = {};
        pub const OS: &str = {};
        pub const DLL_PREFIX: &str = {};
        pub const DLL_SUFFIX: &str = {};
        pub const DLL_EXTENSION: &str = {};
        pub const EXE_SUFFIX: &str = {};
        pub const EXE_EXTENSION: &str = {};
    }
}

pub mod process {
    pub fn exit(code: i32) -> ! {}
    pub fn abort() -> ! {}
    pub fn id() -> u32 {}

    pub struct Command;
    impl Command {
        pub fn new<S: AsRef<OsStr>>(program: S) -> Command {}
        pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {}
        pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(&mut self, args: I) -> &mut Command {}
        pub fn env<K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, key: K, val: V) -> &mut Command {}
        pub fn envs<I: IntoIterator<Item = (K, V)>, K: AsRef<OsStr>, V: AsRef<OsStr>>(
            &mut self,
            vars: I,
        ) -> &mut Command {
        }
        pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command {}
        pub fn env_clear(&mut self) -> &mut Command {}
        pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command {}
        pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn spawn(&mut self) -> std::io::Result<Child> {}
        pub fn output(&mut self) -> std::io::Result<std::process::Output> {}
        pub fn status(&mut self) -> std::io::Result<ExitStatus> {}
        pub fn get_program(&self) -> &OsStr {}
        pub fn get_args(&self) -> CommandArgs {}
        pub fn get_envs(&self) -> CommandEnvs {}
        pub fn get_current_dir(&self) -> Option<&Path> {}
    }
    impl Debug for Command {}

    pub struct CommandArgs;
    impl Iterator for CommandArgs {
        type Item = &OsStr;
    }
    impl ExactSizeIterator for CommandArgs {}
    impl Clone for CommandArgs {}
    impl Debug for CommandArgs {}

    pub struct CommandEnvs;
    impl Iterator for CommandEnvs {
        type Item = (&OsStr, Option<&OsStr>);
    }
    impl ExactSizeIterator for CommandEnvs {}
    impl Clone for CommandEnvs {}
    impl Debug for CommandEnvs {}

    pub struct Child {
        pub stdin: Option<ChildStdin>,
        pub stdout: Option<ChildStdout>,
        pub stderr: Option<ChildStderr>,
    }
    impl Child {
        pub fn kill(&mut self) -> std::io::Result<()> {}
        pub fn id(&self) -> u32 {}
        pub fn wait(&mut self) -> std::io::Result<ExitStatus> {}
        pub fn try_wait(&mut self) -> std::io::Result<Option<ExitStatus>> {}
        pub fn wait_with_output(self) -> std::io::Result<std::process::Output> {}
    }
    impl Debug for Child {}

    pub struct ChildStdin;
    impl std::io::Write for ChildStdin {}
    impl Debug for ChildStdin {}
    impl std::io::Write for &ChildStdin {}
    pub struct ChildStdout;
    impl std::io::Read for ChildStdout {}
    impl Debug for ChildStdout {}
    pub struct ChildStderr;
    impl std::io::Read for ChildStderr {}
    impl Debug for ChildStderr {}

    pub struct Output {
        pub status: ExitStatus,
        pub stdout: Vec<u8>,
        pub stderr: Vec<u8>,
    }
    impl Clone for Output {}
    impl Debug for Output {}
    impl PartialEq for Output {}
    impl Eq for Output {}

    pub struct ExitStatus;
    impl ExitStatus {
        pub fn success(&self) -> bool {}
        pub fn code(&self) -> Option<i32> {}
    }
    impl Clone for ExitStatus {}
    impl Copy for ExitStatus {}
    impl Debug for ExitStatus {}
    impl Default for ExitStatus {}
    impl PartialEq for ExitStatus {}
    impl Eq for ExitStatus {}
    impl std::fmt::Display for ExitStatus {}

    pub struct ExitCode;
    impl ExitCode {
        pub const SUCCESS: ExitCode = {};
        pub const FAILURE: ExitCode = {};
    }
    impl Clone for ExitCode {}
    impl Copy for ExitCode {}
    impl Debug for ExitCode {}
    impl Default for ExitCode {}
    impl PartialEq for ExitCode {}
    impl Eq for ExitCode {}
    impl From<u8> for ExitCode {}

    pub struct Stdio;
    impl Stdio {
        pub fn piped() -> Stdio {}
        pub fn inherit() -> Stdio {}
        pub fn null() -> Stdio {}
    }
    impl Debug for Stdio {}
    impl From<ChildStdin> for Stdio {}
    impl From<ChildStdout> for Stdio {}
    impl From<ChildStderr> for Stdio {}
    impl From<File> for Stdio {}
    impl From<Stdout> for Stdio {}
    impl From<Stderr> for Stdio {}
    impl From<PipeReader> for Stdio {}
    impl From<PipeWriter> for Stdio {}

    pub trait Termination {
        fn report(self) -> ExitCode;
    }
    impl Termination for () {}
    impl Termination for ! {}
    impl Termination for Infallible {}
    impl Termination for ExitCode {}
    impl<T: Termination, E: Debug> Termination for Result<T, E> {}
}

pub mod thread {
    pub type Result<T> = std::result::Result<T, Box<dyn Any + Send>>;

    pub fn spawn<F: FnOnce() -> T + Send, T: Send>(f: F) -> JoinHandle<T> {}
    pub fn scope<F: FnOnce(&Scope) -> T, T>(f: F) -> T {}
    pub fn current() -> Thread {}
    pub fn yield_now() {}
    pub fn panicking() -> bool {}
    pub fn sleep(dur: Duration) {}
    #[deprecated(since = "1.6.0", note = "replaced by `std::thread::sleep`")]
    pub fn sleep_ms(ms: u32) {}
    pub fn park() {}
    pub fn park_timeout(dur: Duration) {}
    pub fn park_timeout_ms(ms: u32) {}
    pub fn available_parallelism() -> std::io::Result<NonZero<usize>> {}

    pub struct Builder;
    impl Builder {
        pub fn new() -> Builder {}
        pub fn name(self, name: String) -> Builder {}
        pub fn stack_size(self, size: usize) -> Builder {}
        pub fn spawn<F: FnOnce() -> T + Send, T: Send>(self, f: F) -> std::io::Result<JoinHandle<T>> {}
        pub fn spawn_unchecked<F: FnOnce() -> T + Send, T: Send>(self, f: F) -> std::io::Result<JoinHandle<T>> {}
        pub fn spawn_scoped<F: FnOnce() -> T + Send, T: Send>(
            self,
            scope: &Scope,
            f: F,
        ) -> std::io::Result<ScopedJoinHandle<T>> {
        }
    }
    impl Debug for Builder {}

    pub struct JoinHandle<T>(T);
    impl<T> JoinHandle<T> {
        pub fn thread(&self) -> &Thread {}
        pub fn join(self) -> std::thread::Result<T> {}
        pub fn is_finished(&self) -> bool {}
    }
    impl<T> Debug for JoinHandle<T> {}

    pub struct Thread;
    impl Thread {
        pub fn unpark(&self) {}
        pub fn id(&self) -> ThreadId {}
        pub fn name(&self) -> Option<&str> {}
    }
    impl Clone for Thread {}
    impl Debug for Thread {}

    pub struct ThreadId;
    impl Clone for ThreadId {}
    impl Copy for ThreadId {}
    impl Debug for ThreadId {}
    impl PartialEq for ThreadId {}
    impl Eq for ThreadId {}
    impl Hash for ThreadId {}

    pub struct Scope;
    impl Scope {
        pub fn spawn<F: FnOnce() -> T + Send, T: Send>(&self, f: F) -> ScopedJoinHandle<T> {}
    }
    impl Debug for Scope {}

    pub struct ScopedJoinHandle<T>(T);
    impl<T> ScopedJoinHandle<T> {
        pub fn thread(&self) -> &Thread {}
        pub fn join(self) -> std::thread::Result<T> {}
        pub fn is_finished(&self) -> bool {}
    }
    impl<T> Debug for ScopedJoinHandle<T> {}

    pub struct LocalKey<T>(T);
    impl<T> LocalKey<T> {
        pub fn with<F: FnOnce(&T) -> R, R>(&self, f: F) -> R {}
        pub fn try_with<F: FnOnce(&T) -> R, R>(&self, f: F) -> std::result::Result<R, AccessError> {}
    }
    impl<T> LocalKey<Cell<T>> {
        pub fn set(&self, value: T) {}
        pub fn get(&self) -> T
        where
            T: Copy,
        {
        }
        pub fn take(&self) -> T
        where
            T: Default,
        {
        }
        pub fn replace(&self, value: T) -> T {}
    }
    impl<T> LocalKey<RefCell<T>> {
        pub fn with_borrow<F: FnOnce(&T) -> R, R>(&self, f: F) -> R {}
        pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&self, f: F) -> R {}
        pub fn set(&self, value: T) {}
        pub fn take(&self) -> T
        where
            T: Default,
        {
        }
        pub fn replace(&self, value: T) -> T {}
    }
    impl<T> Debug for LocalKey<T> {}

    pub struct AccessError;
    impl Clone for AccessError {}
    impl Copy for AccessError {}
    impl PartialEq for AccessError {}
    impl Eq for AccessError {}
    impl Debug for AccessError {}
    impl std::fmt::Display for AccessError {}
    impl std::error::Error for AccessError {}
}

pub mod time {
    pub const UNIX_EPOCH: SystemTime = {};

    pub struct Duration;
    impl Duration {
        pub const ZERO: Duration = {};
        pub const MAX: Duration = {};
        pub fn new(secs: u64, nanos: u32) -> Duration {}
        pub fn from_secs(secs: u64) -> Duration {}
        pub fn from_millis(millis: u64) -> Duration {}
        pub fn from_micros(micros: u64) -> Duration {}
        pub fn from_nanos(nanos: u64) -> Duration {}
        pub fn from_nanos_u128(nanos: u128) -> Duration {}
        pub fn from_mins(mins: u64) -> Duration {}
        pub fn from_hours(hours: u64) -> Duration {}
        pub fn is_zero(&self) -> bool {}
        pub fn as_secs(&self) -> u64 {}
        pub fn subsec_millis(&self) -> u32 {}
        pub fn subsec_micros(&self) -> u32 {}
        pub fn subsec_nanos(&self) -> u32 {}
        pub fn as_millis(&self) -> u128 {}
        pub fn as_micros(&self) -> u128 {}
        pub fn as_nanos(&self) -> u128 {}
        pub fn abs_diff(self, other: Duration) -> Duration {}
        pub fn checked_add(self, rhs: Duration) -> Option<Duration> {}
        pub fn saturating_add(self, rhs: Duration) -> Duration {}
        pub fn checked_sub(self, rhs: Duration) -> Option<Duration> {}
        pub fn saturating_sub(self, rhs: Duration) -> Duration {}
        pub fn checked_mul(self, rhs: u32) -> Option<Duration> {}
        pub fn saturating_mul(self, rhs: u32) -> Duration {}
        pub fn checked_div(self, rhs: u32) -> Option<Duration> {}
        pub fn as_secs_f64(&self) -> f64 {}
        pub fn as_secs_f32(&self) -> f32 {}
        pub fn from_secs_f64(secs: f64) -> Duration {}
        pub fn from_secs_f32(secs: f32) -> Duration {}
        pub fn mul_f64(self, rhs: f64) -> Duration {}
        pub fn mul_f32(self, rhs: f32) -> Duration {}
        pub fn div_f64(self, rhs: f64) -> Duration {}
        pub fn div_f32(self, rhs: f32) -> Duration {}
        pub fn div_duration_f64(self, rhs: Duration) -> f64 {}
        pub fn div_duration_f32(self, rhs: Duration) -> f32 {}
        pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {}
        pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {}
    }
    impl Clone for Duration {}
    impl Copy for Duration {}
    impl Debug for Duration {}
    impl Default for Duration {}
    impl PartialEq for Duration {}
    impl Eq for Duration {}
    impl PartialOrd for Duration {}
    impl Ord for Duration {}
    impl Hash for Duration {}
    impl Add for Duration {
        type Output = Duration;
    }
    impl Sub for Duration {
        type Output = Duration;
    }
    impl Mul<u32> for Duration {
        type Output = Duration;
    }
    impl Mul<Duration> for u32 {
        type Output = Duration;
    }
    impl Div<u32> for Duration {
        type Output = Duration;
    }
    impl AddAssign for Duration {}
    impl SubAssign for Duration {}
    impl MulAssign<u32> for Duration {}
    impl DivAssign<u32> for Duration {}

    pub struct Instant;
    impl Instant {
        pub fn now() -> Instant {}
        pub fn duration_since(&self, earlier: Instant) -> Duration {}
        pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {}
        pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {}
        pub fn elapsed(&self) -> Duration {}
        pub fn checked_add(&self, duration: Duration) -> Option<Instant> {}
        pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {}
    }
    impl Clone for Instant {}
    impl Copy for Instant {}
    impl Debug for Instant {}
    impl PartialEq for Instant {}
    impl Eq for Instant {}
    impl PartialOrd for Instant {}
    impl Ord for Instant {}
    impl Hash for Instant {}
    impl Add<Duration> for Instant {
        type Output = Instant;
    }
    impl Sub<Duration> for Instant {
        type Output = Instant;
    }
    impl Sub<Instant> for Instant {
        type Output = Duration;
    }
    impl AddAssign<Duration> for Instant {}
    impl SubAssign<Duration> for Instant {}

    pub struct SystemTime;
    impl SystemTime {
        pub const UNIX_EPOCH: SystemTime = {};
        pub fn now() -> SystemTime {}
        pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> {}
        pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {}
        pub fn checked_add(&self, duration: Duration) -> Option<SystemTime> {}
        pub fn checked_sub(&self, duration: Duration) -> Option<SystemTime> {}
    }
    impl Clone for SystemTime {}
    impl Copy for SystemTime {}
    impl Debug for SystemTime {}
    impl PartialEq for SystemTime {}
    impl Eq for SystemTime {}
    impl PartialOrd for SystemTime {}
    impl Ord for SystemTime {}
    impl Hash for SystemTime {}
    impl Add<Duration> for SystemTime {
        type Output = SystemTime;
    }
    impl Sub<Duration> for SystemTime {
        type Output = SystemTime;
    }
    impl AddAssign<Duration> for SystemTime {}
    impl SubAssign<Duration> for SystemTime {}

    pub struct SystemTimeError;
    impl SystemTimeError {
        pub fn duration(&self) -> Duration {}
    }
    impl Clone for SystemTimeError {}
    impl Debug for SystemTimeError {}
    impl std::fmt::Display for SystemTimeError {}
    impl std::error::Error for SystemTimeError {}

    pub struct TryFromFloatSecsError;
    impl Clone for TryFromFloatSecsError {}
    impl PartialEq for TryFromFloatSecsError {}
    impl Eq for TryFromFloatSecsError {}
    impl Debug for TryFromFloatSecsError {}
    impl std::fmt::Display for TryFromFloatSecsError {}
    impl std::error::Error for TryFromFloatSecsError {}
}

pub mod fmt {
    pub type Result = std::result::Result<(), std::fmt::Error>;

    pub struct Error;
    impl Clone for Error {}
    impl Copy for Error {}
    impl Default for Error {}
    impl PartialEq for Error {}
    impl Eq for Error {}
    impl PartialOrd for Error {}
    impl Ord for Error {}
    impl Hash for Error {}
    impl Debug for Error {}
    impl Display for Error {}
    impl std::error::Error for Error {}

    pub fn format(args: Arguments) -> String {}
    pub fn write(output: &mut dyn std::fmt::Write, args: Arguments) -> std::fmt::Result {}
    pub fn from_fn<F: Fn(&mut Formatter) -> std::fmt::Result>(f: F) -> std::fmt::FromFn<F> {}

    pub trait Write {
        fn write_str(&mut self, s: &str) -> std::fmt::Result;
        fn write_char(&mut self, c: char) -> std::fmt::Result {}
        fn write_fmt(&mut self, args: Arguments) -> std::fmt::Result {}
    }
    impl<W: std::fmt::Write> std::fmt::Write for &mut W {}
    impl std::fmt::Write for Formatter {}

    pub trait Display {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait Debug {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait Octal {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait Binary {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait LowerHex {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait UpperHex {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait LowerExp {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait UpperExp {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }
    pub trait Pointer {
        fn fmt(&self, f: &mut Formatter) -> std::fmt::Result;
    }

    pub enum Alignment {
        Left,
        Right,
        Center,
    }
    impl Clone for Alignment {}
    impl Copy for Alignment {}
    impl Debug for Alignment {}
    impl PartialEq for Alignment {}
    impl Eq for Alignment {}

    pub struct Arguments;
    impl Arguments {
        pub fn as_str(&self) -> Option<&str> {}
    }
    impl Clone for Arguments {}
    impl Copy for Arguments {}
    impl Debug for Arguments {}
    impl Display for Arguments {}

    pub struct FromFn<F>(F);
    impl<F: Fn(&mut Formatter) -> std::fmt::Result> Debug for FromFn<F> {}
    impl<F: Fn(&mut Formatter) -> std::fmt::Result> Display for FromFn<F> {}

    pub struct Formatter;
    impl Formatter {
        pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> std::fmt::Result {}
        pub fn pad(&mut self, s: &str) -> std::fmt::Result {}
        pub fn write_str(&mut self, data: &str) -> std::fmt::Result {}
        pub fn write_fmt(&mut self, fmt: Arguments) -> std::fmt::Result {}
        pub fn flags(&self) -> u32 {}
        pub fn fill(&self) -> char {}
        pub fn align(&self) -> Option<Alignment> {}
        pub fn width(&self) -> Option<usize> {}
        pub fn precision(&self) -> Option<usize> {}
        pub fn sign_plus(&self) -> bool {}
        pub fn sign_minus(&self) -> bool {}
        pub fn alternate(&self) -> bool {}
        pub fn sign_aware_zero_pad(&self) -> bool {}
        pub fn debug_struct(&mut self, name: &str) -> DebugStruct {}
        pub fn debug_tuple(&mut self, name: &str) -> DebugTuple {}
        pub fn debug_list(&mut self) -> DebugList {}
        pub fn debug_set(&mut self) -> DebugSet {}
        pub fn debug_map(&mut self) -> DebugMap {}
    }

    pub struct DebugStruct;
    impl DebugStruct {
        pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut DebugStruct {}
        pub fn finish_non_exhaustive(&mut self) -> std::fmt::Result {}
        pub fn finish(&mut self) -> std::fmt::Result {}
    }

    pub struct DebugTuple;
    impl DebugTuple {
        pub fn field(&mut self, value: &dyn Debug) -> &mut DebugTuple {}
        pub fn finish_non_exhaustive(&mut self) -> std::fmt::Result {}
        pub fn finish(&mut self) -> std::fmt::Result {}
    }

    pub struct DebugList;
    impl DebugList {
        pub fn entry(&mut self, entry: &dyn Debug) -> &mut DebugList {}
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut DebugList {}
        pub fn finish_non_exhaustive(&mut self) -> std::fmt::Result {}
        pub fn finish(&mut self) -> std::fmt::Result {}
    }

    pub struct DebugSet;
    impl DebugSet {
        pub fn entry(&mut self, entry: &dyn Debug) -> &mut DebugSet {}
        pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut DebugSet {}
        pub fn finish_non_exhaustive(&mut self) -> std::fmt::Result {}
        pub fn finish(&mut self) -> std::fmt::Result {}
    }

    pub struct DebugMap;
    impl DebugMap {
        pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut DebugMap {}
        pub fn key(&mut self, key: &dyn Debug) -> &mut DebugMap {}
        pub fn value(&mut self, value: &dyn Debug) -> &mut DebugMap {}
        pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut DebugMap {}
        pub fn finish_non_exhaustive(&mut self) -> std::fmt::Result {}
        pub fn finish(&mut self) -> std::fmt::Result {}
    }
}

pub mod error {
    pub trait Error: Debug + std::fmt::Display {
        fn source(&self) -> Option<&dyn std::error::Error> {}
        #[deprecated(since = "1.42.0", note = "use the Display impl or to_string()")]
        fn description(&self) -> &str {}
        #[deprecated(since = "1.33.0", note = "replaced by Error::source, which can support downcasting")]
        fn cause(&self) -> Option<&dyn std::error::Error> {}
    }
    impl dyn std::error::Error {
        pub fn is<T: std::error::Error>(&self) -> bool {}
        pub fn downcast_ref<T: std::error::Error>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: std::error::Error>(&mut self) -> Option<&mut T> {}
        pub fn downcast<T: std::error::Error>(
            self: Box<dyn std::error::Error>,
        ) -> Result<Box<T>, Box<dyn std::error::Error>> {
        }
    }
}

pub mod future {
    pub trait Future {
        type Output;
        fn poll(self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output>;
    }
    impl<F: Future> Future for &mut F {
        type Output = F::Output;
    }

    pub trait IntoFuture {
        type Output;
        type IntoFuture: Future<Output = Self::Output>;
        fn into_future(self) -> Self::IntoFuture;
    }
    impl<F: Future> IntoFuture for F {
        type Output = F::Output;
        type IntoFuture = F;
    }

    pub struct Ready<T>(T);
    impl<T> Ready<T> {
        pub fn into_inner(self) -> T {}
    }
    impl<T> Future for Ready<T> {
        type Output = T;
    }
    impl<T: Clone> Clone for Ready<T> {}
    impl<T: Debug> Debug for Ready<T> {}

    pub struct Pending<T>(T);
    impl<T> Future for Pending<T> {
        type Output = T;
    }
    impl<T> Clone for Pending<T> {}
    impl<T> Debug for Pending<T> {}

    pub struct PollFn<F>(F);
    impl<T, F: FnMut(&mut Context) -> Poll<T>> Future for PollFn<F> {
        type Output = T;
    }
    impl<F> Debug for PollFn<F> {}

    pub fn ready<T>(t: T) -> Ready<T> {}
    pub fn pending<T>() -> Pending<T> {}
    pub fn poll_fn<T, F: FnMut(&mut Context) -> Poll<T>>(f: F) -> PollFn<F> {}
}

pub mod task {
    pub enum Poll<T> {
        Ready(T),
        Pending,
    }
    impl<T> Poll<T> {
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {}
        pub fn is_ready(&self) -> bool {}
        pub fn is_pending(&self) -> bool {}
    }
    impl<T, E> Poll<Result<T, E>> {
        pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {}
        pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {}
    }
    impl<T, E> Poll<Option<Result<T, E>>> {
        pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Option<Result<U, E>>> {}
        pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Option<Result<T, U>>> {}
    }
    impl<T: Clone> Clone for Poll<T> {}
    impl<T: Copy> Copy for Poll<T> {}
    impl<T: Debug> Debug for Poll<T> {}
    impl<T: PartialEq> PartialEq for Poll<T> {}
    impl<T: Eq> Eq for Poll<T> {}
    impl<T: PartialOrd> PartialOrd for Poll<T> {}
    impl<T: Ord> Ord for Poll<T> {}
    impl<T: Hash> Hash for Poll<T> {}
    impl<T> From<T> for Poll<T> {}

    pub struct Context;
    impl Context {
        pub fn from_waker(waker: &Waker) -> Context {}
        pub fn waker(&self) -> &Waker {}
    }
    impl Debug for Context {}

    pub struct Waker;
    impl Waker {
        pub fn wake(self) {}
        pub fn wake_by_ref(&self) {}
        pub fn will_wake(&self, other: &Waker) -> bool {}
        pub fn new(data: *const (), vtable: &RawWakerVTable) -> Waker {}
        pub fn from_raw(waker: RawWaker) -> Waker {}
        pub fn noop() -> &Waker {}
        pub fn data(&self) -> *const () {}
        pub fn vtable(&self) -> &RawWakerVTable {}
    }
    impl Clone for Waker {}
    impl Debug for Waker {}
    impl<W: Wake + Send + Sync> From<Arc<W>> for Waker {}

    pub trait Wake {
        fn wake(self: Arc<Self>);
        fn wake_by_ref(self: &Arc<Self>) {}
    }

    pub struct RawWaker;
    impl RawWaker {
        pub fn new(data: *const (), vtable: &RawWakerVTable) -> RawWaker {}
    }
    impl Debug for RawWaker {}
    impl PartialEq for RawWaker {}
    impl<W: Wake + Send + Sync> From<Arc<W>> for RawWaker {}

    pub struct RawWakerVTable;
    impl RawWakerVTable {
        pub fn new(
            clone: fn(*const ()) -> RawWaker,
            wake: fn(*const ()),
            wake_by_ref: fn(*const ()),
            drop: fn(*const ()),
        ) -> RawWakerVTable {
        }
    }
    impl Clone for RawWakerVTable {}
    impl Copy for RawWakerVTable {}
    impl Debug for RawWakerVTable {}
    impl PartialEq for RawWakerVTable {}
}

pub mod panic {
    pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> std::thread::Result<R> {}
    pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {}
    pub fn panic_any<M: Any + Send>(msg: M) -> ! {}
    pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo) + Sync + Send>) {}
    pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo) + Sync + Send> {}

    pub trait UnwindSafe {}
    pub trait RefUnwindSafe {}

    pub struct AssertUnwindSafe<T>(pub T);
    impl<T> UnwindSafe for AssertUnwindSafe<T> {}
    impl<T> RefUnwindSafe for AssertUnwindSafe<T> {}
    impl<T> Deref for AssertUnwindSafe<T> {
        type Target = T;
    }
    impl<T> DerefMut for AssertUnwindSafe<T> {}
    impl<F: Future> Future for AssertUnwindSafe<F> {
        type Output = F::Output;
    }
    impl<T: Debug> Debug for AssertUnwindSafe<T> {}
    impl<T: Default> Default for AssertUnwindSafe<T> {}

    pub struct Location;
    impl Location {
        pub fn caller() -> &Location {}
        pub fn file(&self) -> &str {}
        pub fn file_as_c_str(&self) -> &CStr {}
        pub fn line(&self) -> u32 {}
        pub fn column(&self) -> u32 {}
    }
    impl Clone for Location {}
    impl Copy for Location {}
    impl Debug for Location {}
    impl std::fmt::Display for Location {}
    impl PartialEq for Location {}
    impl Eq for Location {}
    impl PartialOrd for Location {}
    impl Ord for Location {}
    impl Hash for Location {}

    pub struct PanicHookInfo;
    impl PanicHookInfo {
        pub fn payload(&self) -> &(dyn Any + Send) {}
        pub fn payload_as_str(&self) -> Option<&str> {}
        pub fn location(&self) -> Option<&Location> {}
    }
    impl Debug for PanicHookInfo {}
    impl std::fmt::Display for PanicHookInfo {}
    pub type PanicInfo = PanicHookInfo;
}

pub mod backtrace {
    pub struct Backtrace;
    impl Backtrace {
        pub fn capture() -> Backtrace {}
        pub fn force_capture() -> Backtrace {}
        pub fn disabled() -> Backtrace {}
        pub fn status(&self) -> BacktraceStatus {}
    }
    impl Debug for Backtrace {}
    impl std::fmt::Display for Backtrace {}

    pub enum BacktraceStatus {
        Unsupported,
        Disabled,
        Captured,
    }
    impl Debug for BacktraceStatus {}
    impl PartialEq for BacktraceStatus {}
    impl Eq for BacktraceStatus {}
}

pub mod ascii {
    pub fn escape_default(c: u8) -> std::ascii::EscapeDefault {}

    pub struct EscapeDefault;
    impl Iterator for EscapeDefault {
        type Item = u8;
    }
    impl DoubleEndedIterator for EscapeDefault {}
    impl ExactSizeIterator for EscapeDefault {}
    impl FusedIterator for EscapeDefault {}
    impl Clone for EscapeDefault {}
    impl Debug for EscapeDefault {}
    impl std::fmt::Display for EscapeDefault {}

    pub trait AsciiExt {
        type Owned;
        fn is_ascii(&self) -> bool;
        fn to_ascii_uppercase(&self) -> Self::Owned;
        fn to_ascii_lowercase(&self) -> Self::Owned;
        fn eq_ignore_ascii_case(&self, other: &Self) -> bool;
        fn make_ascii_uppercase(&mut self);
        fn make_ascii_lowercase(&mut self);
    }
    impl AsciiExt for u8 {
        type Owned = u8;
    }
    impl AsciiExt for char {
        type Owned = char;
    }
    impl AsciiExt for [u8] {
        type Owned = Vec<u8>;
    }
    impl AsciiExt for str {
        type Owned = String;
    }
}

pub mod hint {
    pub fn assert_unchecked(cond: bool) {}
    pub fn black_box<T>(dummy: T) -> T {}
    pub fn cold_path() {}
    pub fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T {}
    pub fn spin_loop() {}
    pub fn unreachable_unchecked() -> ! {}
}

pub mod os {
    pub mod raw {
        pub use std::ffi::{
            c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong,
            c_ulonglong, c_ushort, c_void,
        };
    }

    pub mod fd {
        pub type RawFd = i32;

        pub trait AsRawFd {
            fn as_raw_fd(&self) -> RawFd;
        }
        pub trait FromRawFd {
            fn from_raw_fd(fd: RawFd) -> Self;
        }
        pub trait IntoRawFd {
            fn into_raw_fd(self) -> RawFd;
        }
        pub trait AsFd {
            fn as_fd(&self) -> BorrowedFd;
        }

        pub struct OwnedFd;
        impl OwnedFd {
            pub fn try_clone(&self) -> std::io::Result<OwnedFd> {}
        }
        impl Debug for OwnedFd {}

        pub struct BorrowedFd;
        impl BorrowedFd {
            pub fn borrow_raw(fd: RawFd) -> BorrowedFd {}
            pub fn try_clone_to_owned(&self) -> std::io::Result<OwnedFd> {}
        }
        impl Clone for BorrowedFd {}
        impl Copy for BorrowedFd {}
        impl Debug for BorrowedFd {}

        impl AsRawFd for File {}
        impl AsFd for File {}
        impl AsRawFd for TcpStream {}
        impl AsFd for TcpStream {}
        impl AsRawFd for TcpListener {}
        impl AsFd for TcpListener {}
        impl AsRawFd for UdpSocket {}
        impl AsFd for UdpSocket {}
        impl AsRawFd for UnixStream {}
        impl AsFd for UnixStream {}
        impl AsRawFd for UnixListener {}
        impl AsFd for UnixListener {}
        impl AsRawFd for UnixDatagram {}
        impl AsFd for UnixDatagram {}
        impl AsRawFd for PipeReader {}
        impl AsFd for PipeReader {}
        impl AsRawFd for PipeWriter {}
        impl AsFd for PipeWriter {}
        impl AsRawFd for ChildStdin {}
        impl AsFd for ChildStdin {}
        impl AsRawFd for ChildStdout {}
        impl AsFd for ChildStdout {}
        impl AsRawFd for ChildStderr {}
        impl AsFd for ChildStderr {}
        impl AsRawFd for Stdin {}
        impl AsFd for Stdin {}
        impl AsRawFd for StdinLock {}
        impl AsFd for StdinLock {}
        impl AsRawFd for Stdout {}
        impl AsFd for Stdout {}
        impl AsRawFd for StdoutLock {}
        impl AsFd for StdoutLock {}
        impl AsRawFd for Stderr {}
        impl AsFd for Stderr {}
        impl AsRawFd for StderrLock {}
        impl AsFd for StderrLock {}
        impl AsRawFd for OwnedFd {}
        impl AsFd for OwnedFd {}
        impl AsRawFd for BorrowedFd {}
        impl AsFd for BorrowedFd {}
        impl AsRawFd for RawFd {}
        impl<T: AsRawFd> AsRawFd for Box<T> {}
        impl<T: AsFd> AsFd for Box<T> {}
        impl<T: AsRawFd> AsRawFd for Rc<T> {}
        impl<T: AsFd> AsFd for Rc<T> {}
        impl<T: AsRawFd> AsRawFd for Arc<T> {}
        impl<T: AsFd> AsFd for Arc<T> {}
        impl<T: AsFd> AsFd for &T {}
        impl<T: AsFd> AsFd for &mut T {}
        impl FromRawFd for File {}
        impl FromRawFd for TcpStream {}
        impl FromRawFd for TcpListener {}
        impl FromRawFd for UdpSocket {}
        impl FromRawFd for UnixStream {}
        impl FromRawFd for UnixListener {}
        impl FromRawFd for UnixDatagram {}
        impl FromRawFd for PipeReader {}
        impl FromRawFd for PipeWriter {}
        impl FromRawFd for OwnedFd {}
        impl FromRawFd for RawFd {}
        impl FromRawFd for Stdio {}
        impl IntoRawFd for File {}
        impl IntoRawFd for TcpStream {}
        impl IntoRawFd for TcpListener {}
        impl IntoRawFd for UdpSocket {}
        impl IntoRawFd for UnixStream {}
        impl IntoRawFd for UnixListener {}
        impl IntoRawFd for UnixDatagram {}
        impl IntoRawFd for PipeReader {}
        impl IntoRawFd for PipeWriter {}
        impl IntoRawFd for ChildStdin {}
        impl IntoRawFd for ChildStdout {}
        impl IntoRawFd for ChildStderr {}
        impl IntoRawFd for OwnedFd {}
        impl IntoRawFd for RawFd {}
        impl From<File> for OwnedFd {}
        impl From<OwnedFd> for File {}
        impl From<TcpStream> for OwnedFd {}
        impl From<OwnedFd> for TcpStream {}
        impl From<TcpListener> for OwnedFd {}
        impl From<OwnedFd> for TcpListener {}
        impl From<UdpSocket> for OwnedFd {}
        impl From<OwnedFd> for UdpSocket {}
        impl From<UnixStream> for OwnedFd {}
        impl From<OwnedFd> for UnixStream {}
        impl From<UnixListener> for OwnedFd {}
        impl From<OwnedFd> for UnixListener {}
        impl From<UnixDatagram> for OwnedFd {}
        impl From<OwnedFd> for UnixDatagram {}
        impl From<PipeReader> for OwnedFd {}
        impl From<OwnedFd> for PipeReader {}
        impl From<PipeWriter> for OwnedFd {}
        impl From<OwnedFd> for PipeWriter {}
        impl From<ChildStdin> for OwnedFd {}
        impl From<OwnedFd> for ChildStdin {}
        impl From<ChildStdout> for OwnedFd {}
        impl From<OwnedFd> for ChildStdout {}
        impl From<ChildStderr> for OwnedFd {}
        impl From<OwnedFd> for ChildStderr {}
        impl From<OwnedFd> for Stdio {}
    }

    pub mod unix {
        pub mod prelude {
            pub use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
            pub use std::os::unix::ffi::{OsStrExt, OsStringExt};
            pub use std::os::unix::fs::{
                DirEntryExt, FileExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt,
            };
            pub use std::os::unix::process::{CommandExt, ExitStatusExt};
            pub use std::os::unix::thread::JoinHandleExt;
        }

        pub mod io {
            pub use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
        }

        pub mod ffi {
            pub trait OsStrExt {
                fn from_bytes(slice: &[u8]) -> &Self;
                fn as_bytes(&self) -> &[u8];
            }
            impl OsStrExt for OsStr {}

            pub trait OsStringExt {
                fn from_vec(vec: Vec<u8>) -> Self;
                fn into_vec(self) -> Vec<u8>;
            }
            impl OsStringExt for OsString {}
        }

        pub mod fs {
            pub fn symlink<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> std::io::Result<()> {}
            pub fn chown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> std::io::Result<()> {}
            pub fn fchown<F: AsFd>(fd: F, uid: Option<u32>, gid: Option<u32>) -> std::io::Result<()> {}
            pub fn lchown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> std::io::Result<()> {}
            pub fn chroot<P: AsRef<Path>>(dir: P) -> std::io::Result<()> {}

            pub trait FileExt {
                fn read_at(&self, buf: &mut [u8], offset: u64) -> std::io::Result<usize>;
                fn read_exact_at(&self, buf: &mut [u8], offset: u64) -> std::io::Result<()> {}
                fn write_at(&self, buf: &[u8], offset: u64) -> std::io::Result<usize>;
                fn write_all_at(&self, buf: &[u8], offset: u64) -> std::io::Result<()> {}
            }
            impl FileExt for File {}

            pub trait PermissionsExt {
                fn mode(&self) -> u32;
                fn set_mode(&mut self, mode: u32);
                fn from_mode(mode: u32) -> Self;
            }
            impl PermissionsExt for Permissions {}

            pub trait OpenOptionsExt {
                fn mode(&mut self, mode: u32) -> &mut Self;
                fn custom_flags(&mut self, flags: i32) -> &mut Self;
            }
            impl OpenOptionsExt for OpenOptions {}

            pub trait MetadataExt {
                fn dev(&self) -> u64;
                fn ino(&self) -> u64;
                fn mode(&self) -> u32;
                fn nlink(&self) -> u64;
                fn uid(&self) -> u32;
                fn gid(&self) -> u32;
                fn rdev(&self) -> u64;
                fn size(&self) -> u64;
                fn atime(&self) -> i64;
                fn atime_nsec(&self) -> i64;
                fn mtime(&self) -> i64;
                fn mtime_nsec(&self) -> i64;
                fn ctime(&self) -> i64;
                fn ctime_nsec(&self) -> i64;
                fn blksize(&self) -> u64;
                fn blocks(&self) -> u64;
            }
            impl MetadataExt for Metadata {}

            pub trait FileTypeExt {
                fn is_block_device(&self) -> bool;
                fn is_char_device(&self) -> bool;
                fn is_fifo(&self) -> bool;
                fn is_socket(&self) -> bool;
            }
            impl FileTypeExt for FileType {}

            pub trait DirEntryExt {
                fn ino(&self) -> u64;
            }
            impl DirEntryExt for DirEntry {}

            pub trait DirBuilderExt {
                fn mode(&mut self, mode: u32) -> &mut Self;
            }
            impl DirBuilderExt for DirBuilder {}
        }

        pub mod net {
            pub struct SocketAddr;
            impl SocketAddr {
                pub fn from_pathname<P: AsRef<Path>>(path: P) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn is_unnamed(&self) -> bool {}
                pub fn as_pathname(&self) -> Option<&Path> {}
            }
            impl Clone for SocketAddr {}
            impl Debug for SocketAddr {}

            pub struct UnixStream;
            impl UnixStream {
                pub fn connect<P: AsRef<Path>>(path: P) -> std::io::Result<UnixStream> {}
                pub fn connect_addr(socket_addr: &std::os::unix::net::SocketAddr) -> std::io::Result<UnixStream> {}
                pub fn pair() -> std::io::Result<(UnixStream, UnixStream)> {}
                pub fn try_clone(&self) -> std::io::Result<UnixStream> {}
                pub fn local_addr(&self) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn peer_addr(&self) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn set_read_timeout(&self, timeout: Option<Duration>) -> std::io::Result<()> {}
                pub fn set_write_timeout(&self, timeout: Option<Duration>) -> std::io::Result<()> {}
                pub fn read_timeout(&self) -> std::io::Result<Option<Duration>> {}
                pub fn write_timeout(&self) -> std::io::Result<Option<Duration>> {}
                pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
                pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
                pub fn shutdown(&self, how: Shutdown) -> std::io::Result<()> {}
            }
            impl std::io::Read for UnixStream {}
            impl std::io::Write for UnixStream {}
            impl Debug for UnixStream {}
            impl std::io::Read for &UnixStream {}
            impl std::io::Write for &UnixStream {}

            pub struct UnixListener;
            impl UnixListener {
                pub fn bind<P: AsRef<Path>>(path: P) -> std::io::Result<UnixListener> {}
                pub fn bind_addr(socket_addr: &std::os::unix::net::SocketAddr) -> std::io::Result<UnixListener> {}
                pub fn accept(&self) -> std::io::Result<(UnixStream, std::os::unix::net::SocketAddr)> {}
                pub fn try_clone(&self) -> std::io::Result<UnixListener> {}
                pub fn local_addr(&self) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
                pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
                pub fn incoming(&self) -> std::os::unix::net::Incoming {}
            }
            impl Debug for UnixListener {}
            impl IntoIterator for &UnixListener {
                type Item = std::io::Result<UnixStream>;
                type IntoIter = std::os::unix::net::Incoming;
            }

            pub struct Incoming;
            impl Iterator for Incoming {
                type Item = std::io::Result<UnixStream>;
            }
            impl Debug for Incoming {}

            pub struct UnixDatagram;
            impl UnixDatagram {
                pub fn bind<P: AsRef<Path>>(path: P) -> std::io::Result<UnixDatagram> {}
                pub fn bind_addr(socket_addr: &std::os::unix::net::SocketAddr) -> std::io::Result<UnixDatagram> {}
                pub fn unbound() -> std::io::Result<UnixDatagram> {}
                pub fn pair() -> std::io::Result<(UnixDatagram, UnixDatagram)> {}
                pub fn connect<P: AsRef<Path>>(&self, path: P) -> std::io::Result<()> {}
                pub fn connect_addr(&self, socket_addr: &std::os::unix::net::SocketAddr) -> std::io::Result<()> {}
                pub fn try_clone(&self) -> std::io::Result<UnixDatagram> {}
                pub fn local_addr(&self) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn peer_addr(&self) -> std::io::Result<std::os::unix::net::SocketAddr> {}
                pub fn recv_from(&self, buf: &mut [u8]) -> std::io::Result<(usize, std::os::unix::net::SocketAddr)> {}
                pub fn recv(&self, buf: &mut [u8]) -> std::io::Result<usize> {}
                pub fn send_to<P: AsRef<Path>>(&self, buf: &[u8], path: P) -> std::io::Result<usize> {}
                pub fn send_to_addr(
                    &self,
                    buf: &[u8],
                    socket_addr: &std::os::unix::net::SocketAddr,
                ) -> std::io::Result<usize> {
                }
                pub fn send(&self, buf: &[u8]) -> std::io::Result<usize> {}
                pub fn set_read_timeout(&self, timeout: Option<Duration>) -> std::io::Result<()> {}
                pub fn set_write_timeout(&self, timeout: Option<Duration>) -> std::io::Result<()> {}
                pub fn read_timeout(&self) -> std::io::Result<Option<Duration>> {}
                pub fn write_timeout(&self) -> std::io::Result<Option<Duration>> {}
                pub fn set_nonblocking(&self, nonblocking: bool) -> std::io::Result<()> {}
                pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {}
                pub fn shutdown(&self, how: Shutdown) -> std::io::Result<()> {}
            }
            impl Debug for UnixDatagram {}
        }

        pub mod process {
            pub fn parent_id() -> u32 {}

            pub trait CommandExt {
                fn uid(&mut self, id: u32) -> &mut Command;
                fn gid(&mut self, id: u32) -> &mut Command;
                fn pre_exec<F: FnMut() -> std::io::Result<()> + Send + Sync>(&mut self, f: F) -> &mut Command;
                fn before_exec<F: FnMut() -> std::io::Result<()> + Send + Sync>(&mut self, f: F) -> &mut Command {}
                fn exec(&mut self) -> std::io::Error;
                fn arg0<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command;
                fn process_group(&mut self, pgroup: i32) -> &mut Command;
            }
            impl CommandExt for Command {}

            pub trait ExitStatusExt {
                fn from_raw(raw: i32) -> Self;
                fn signal(&self) -> Option<i32>;
                fn core_dumped(&self) -> bool;
                fn stopped_signal(&self) -> Option<i32>;
                fn continued(&self) -> bool;
                fn into_raw(self) -> i32;
            }
            impl ExitStatusExt for ExitStatus {}
        }

        pub mod thread {
            pub type RawPthread = u64;

            pub trait JoinHandleExt {
                fn as_pthread_t(&self) -> RawPthread;
                fn into_pthread_t(self) -> RawPthread;
            }
            impl<T> JoinHandleExt for JoinHandle<T> {}
        }
    }

    pub mod linux {
        pub mod fs {
            pub trait MetadataExt {
                fn st_dev(&self) -> u64;
                fn st_ino(&self) -> u64;
                fn st_mode(&self) -> u32;
                fn st_nlink(&self) -> u64;
                fn st_uid(&self) -> u32;
                fn st_gid(&self) -> u32;
                fn st_rdev(&self) -> u64;
                fn st_size(&self) -> u64;
                fn st_atime(&self) -> i64;
                fn st_atime_nsec(&self) -> i64;
                fn st_mtime(&self) -> i64;
                fn st_mtime_nsec(&self) -> i64;
                fn st_ctime(&self) -> i64;
                fn st_ctime_nsec(&self) -> i64;
                fn st_blksize(&self) -> u64;
                fn st_blocks(&self) -> u64;
            }
            impl MetadataExt for Metadata {}
        }

        pub mod net {
            pub trait SocketAddrExt {
                fn from_abstract_name<N: AsRef<[u8]>>(name: N) -> std::io::Result<std::os::unix::net::SocketAddr>;
                fn as_abstract_name(&self) -> Option<&[u8]>;
            }
            impl SocketAddrExt for std::os::unix::net::SocketAddr {}

            pub trait TcpStreamExt {
                fn set_quickack(&self, quickack: bool) -> std::io::Result<()>;
                fn quickack(&self) -> std::io::Result<bool>;
            }
            impl TcpStreamExt for TcpStream {}
        }
    }

    pub mod windows {
        pub mod prelude {
            pub use std::os::windows::ffi::{OsStrExt, OsStringExt};
            pub use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
            pub use std::os::windows::io::{
                AsHandle, AsRawHandle, AsRawSocket, AsSocket, BorrowedHandle, BorrowedSocket, FromRawHandle,
                FromRawSocket, HandleOrInvalid, IntoRawHandle, IntoRawSocket, OwnedHandle, OwnedSocket, RawHandle,
                RawSocket,
            };
        }

        pub mod ffi {
            pub trait OsStrExt {
                fn encode_wide(&self) -> EncodeWide;
            }
            impl OsStrExt for OsStr {}

            pub trait OsStringExt {
                fn from_wide(wide: &[u16]) -> Self;
            }
            impl OsStringExt for OsString {}

            pub struct EncodeWide;
            impl Iterator for EncodeWide {
                type Item = u16;
            }
            impl FusedIterator for EncodeWide {}
            impl Clone for EncodeWide {}
            impl Debug for EncodeWide {}
        }

        pub mod fs {
            pub fn symlink_file<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> std::io::Result<()> {}
            pub fn symlink_dir<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> std::io::Result<()> {}

            pub trait FileExt {
                fn seek_read(&self, buf: &mut [u8], offset: u64) -> std::io::Result<usize>;
                fn seek_write(&self, buf: &[u8], offset: u64) -> std::io::Result<usize>;
            }
            impl FileExt for File {}

            pub trait OpenOptionsExt {
                fn access_mode(&mut self, access: u32) -> &mut Self;
                fn share_mode(&mut self, val: u32) -> &mut Self;
                fn custom_flags(&mut self, flags: u32) -> &mut Self;
                fn attributes(&mut self, val: u32) -> &mut Self;
                fn security_qos_flags(&mut self, flags: u32) -> &mut Self;
            }
            impl OpenOptionsExt for OpenOptions {}

            pub trait MetadataExt {
                fn file_attributes(&self) -> u32;
                fn creation_time(&self) -> u64;
                fn last_access_time(&self) -> u64;
                fn last_write_time(&self) -> u64;
                fn file_size(&self) -> u64;
            }
            impl MetadataExt for Metadata {}

            pub trait FileTypeExt {
                fn is_symlink_dir(&self) -> bool;
                fn is_symlink_file(&self) -> bool;
            }
            impl FileTypeExt for FileType {}

            pub trait FileTimesExt {
                fn set_created(self, t: SystemTime) -> Self;
            }
            impl FileTimesExt for FileTimes {}
        }

        pub mod process {
            pub trait CommandExt {
                fn creation_flags(&mut self, flags: u32) -> &mut Command;
                fn raw_arg<S: AsRef<OsStr>>(&mut self, text_to_append_as_is: S) -> &mut Command;
            }
            impl CommandExt for Command {}

            pub trait ExitStatusExt {
                fn from_raw(raw: u32) -> Self;
            }
            impl ExitStatusExt for ExitStatus {}
        }

        pub mod raw {
            pub type HANDLE = *mut c_void;
            pub type SOCKET = u64;
        }

        pub mod io {
            pub type RawHandle = *mut c_void;
            pub type RawSocket = u64;

            pub trait AsRawHandle {
                fn as_raw_handle(&self) -> RawHandle;
            }
            pub trait FromRawHandle {
                fn from_raw_handle(handle: RawHandle) -> Self;
            }
            pub trait IntoRawHandle {
                fn into_raw_handle(self) -> RawHandle;
            }
            pub trait AsHandle {
                fn as_handle(&self) -> BorrowedHandle;
            }
            pub trait AsRawSocket {
                fn as_raw_socket(&self) -> RawSocket;
            }
            pub trait FromRawSocket {
                fn from_raw_socket(sock: RawSocket) -> Self;
            }
            pub trait IntoRawSocket {
                fn into_raw_socket(self) -> RawSocket;
            }
            pub trait AsSocket {
                fn as_socket(&self) -> BorrowedSocket;
            }

            pub struct OwnedHandle;
            impl OwnedHandle {
                pub fn try_clone(&self) -> std::io::Result<OwnedHandle> {}
            }
            impl Debug for OwnedHandle {}

            pub struct BorrowedHandle;
            impl BorrowedHandle {
                pub fn borrow_raw(handle: RawHandle) -> BorrowedHandle {}
                pub fn try_clone_to_owned(&self) -> std::io::Result<OwnedHandle> {}
            }
            impl Clone for BorrowedHandle {}
            impl Copy for BorrowedHandle {}
            impl Debug for BorrowedHandle {}

            pub struct HandleOrNull;
            impl HandleOrNull {
                pub fn from_raw_handle(handle: RawHandle) -> HandleOrNull {}
            }
            impl Debug for HandleOrNull {}
            impl TryFrom<HandleOrNull> for OwnedHandle {
                type Error = NullHandleError;
            }

            pub struct HandleOrInvalid;
            impl HandleOrInvalid {
                pub fn from_raw_handle(handle: RawHandle) -> HandleOrInvalid {}
            }
            impl Debug for HandleOrInvalid {}
            impl TryFrom<HandleOrInvalid> for OwnedHandle {
                type Error = InvalidHandleError;
            }

            pub struct NullHandleError;
            impl Clone for NullHandleError {}
            impl PartialEq for NullHandleError {}
            impl Eq for NullHandleError {}
            impl Debug for NullHandleError {}
            impl std::fmt::Display for NullHandleError {}
            impl std::error::Error for NullHandleError {}
            pub struct InvalidHandleError;
            impl Clone for InvalidHandleError {}
            impl PartialEq for InvalidHandleError {}
            impl Eq for InvalidHandleError {}
            impl Debug for InvalidHandleError {}
            impl std::fmt::Display for InvalidHandleError {}
            impl std::error::Error for InvalidHandleError {}

            pub struct OwnedSocket;
            impl OwnedSocket {
                pub fn try_clone(&self) -> std::io::Result<OwnedSocket> {}
            }
            impl Debug for OwnedSocket {}

            pub struct BorrowedSocket;
            impl BorrowedSocket {
                pub fn borrow_raw(socket: RawSocket) -> BorrowedSocket {}
                pub fn try_clone_to_owned(&self) -> std::io::Result<OwnedSocket> {}
            }
            impl Clone for BorrowedSocket {}
            impl Copy for BorrowedSocket {}
            impl Debug for BorrowedSocket {}

            impl AsRawHandle for File {}
            impl IntoRawHandle for File {}
            impl AsHandle for File {}
            impl From<File> for OwnedHandle {}
            impl AsRawHandle for PipeReader {}
            impl IntoRawHandle for PipeReader {}
            impl AsHandle for PipeReader {}
            impl From<PipeReader> for OwnedHandle {}
            impl AsRawHandle for PipeWriter {}
            impl IntoRawHandle for PipeWriter {}
            impl AsHandle for PipeWriter {}
            impl From<PipeWriter> for OwnedHandle {}
            impl AsRawHandle for Child {}
            impl IntoRawHandle for Child {}
            impl AsHandle for Child {}
            impl From<Child> for OwnedHandle {}
            impl<T> AsRawHandle for JoinHandle<T> {}
            impl<T> IntoRawHandle for JoinHandle<T> {}
            impl<T> AsHandle for JoinHandle<T> {}
            impl<T> From<JoinHandle<T>> for OwnedHandle {}
            impl AsRawHandle for OwnedHandle {}
            impl IntoRawHandle for OwnedHandle {}
            impl AsHandle for OwnedHandle {}
            impl AsRawHandle for ChildStdin {}
            impl IntoRawHandle for ChildStdin {}
            impl AsHandle for ChildStdin {}
            impl From<ChildStdin> for OwnedHandle {}
            impl AsRawHandle for ChildStdout {}
            impl IntoRawHandle for ChildStdout {}
            impl AsHandle for ChildStdout {}
            impl From<ChildStdout> for OwnedHandle {}
            impl AsRawHandle for ChildStderr {}
            impl IntoRawHandle for ChildStderr {}
            impl AsHandle for ChildStderr {}
            impl From<ChildStderr> for OwnedHandle {}
            impl AsRawHandle for Stdin {}
            impl AsHandle for Stdin {}
            impl AsRawHandle for StdinLock {}
            impl AsHandle for StdinLock {}
            impl AsRawHandle for Stdout {}
            impl AsHandle for Stdout {}
            impl AsRawHandle for StdoutLock {}
            impl AsHandle for StdoutLock {}
            impl AsRawHandle for Stderr {}
            impl AsHandle for Stderr {}
            impl AsRawHandle for StderrLock {}
            impl AsHandle for StderrLock {}
            impl AsRawHandle for BorrowedHandle {}
            impl AsHandle for BorrowedHandle {}
            impl<T: AsHandle> AsHandle for Box<T> {}
            impl<T: AsHandle> AsHandle for Rc<T> {}
            impl<T: AsHandle> AsHandle for Arc<T> {}
            impl<T: AsHandle> AsHandle for &T {}
            impl<T: AsHandle> AsHandle for &mut T {}
            impl FromRawHandle for File {}
            impl FromRawHandle for PipeReader {}
            impl FromRawHandle for PipeWriter {}
            impl FromRawHandle for Stdio {}
            impl FromRawHandle for OwnedHandle {}
            impl From<OwnedHandle> for File {}
            impl From<OwnedHandle> for PipeReader {}
            impl From<OwnedHandle> for PipeWriter {}
            impl From<OwnedHandle> for Stdio {}
            impl From<OwnedHandle> for ChildStdin {}
            impl From<OwnedHandle> for ChildStdout {}
            impl From<OwnedHandle> for ChildStderr {}
            impl AsRawSocket for TcpStream {}
            impl FromRawSocket for TcpStream {}
            impl IntoRawSocket for TcpStream {}
            impl AsSocket for TcpStream {}
            impl From<TcpStream> for OwnedSocket {}
            impl From<OwnedSocket> for TcpStream {}
            impl AsRawSocket for TcpListener {}
            impl FromRawSocket for TcpListener {}
            impl IntoRawSocket for TcpListener {}
            impl AsSocket for TcpListener {}
            impl From<TcpListener> for OwnedSocket {}
            impl From<OwnedSocket> for TcpListener {}
            impl AsRawSocket for UdpSocket {}
            impl FromRawSocket for UdpSocket {}
            impl IntoRawSocket for UdpSocket {}
            impl AsSocket for UdpSocket {}
            impl From<UdpSocket> for OwnedSocket {}
            impl From<OwnedSocket> for UdpSocket {}
            impl AsRawSocket for OwnedSocket {}
            impl FromRawSocket for OwnedSocket {}
            impl IntoRawSocket for OwnedSocket {}
            impl AsSocket for OwnedSocket {}
            impl AsRawSocket for BorrowedSocket {}
            impl AsSocket for BorrowedSocket {}
            impl<T: AsSocket> AsSocket for Box<T> {}
            impl<T: AsSocket> AsSocket for Rc<T> {}
            impl<T: AsSocket> AsSocket for Arc<T> {}
            impl<T: AsSocket> AsSocket for &T {}
            impl<T: AsSocket> AsSocket for &mut T {}
        }
    }
}
