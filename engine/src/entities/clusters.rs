//! Forms into clusters, each cluster one entity; every union remembers why.

use super::forms::Form;

/// A union that was made: two forms and the reason.
pub struct Link {
    /// Index of one form.
    pub one: usize,
    /// Index of the other.
    pub other: usize,
    /// In plain words.
    pub why: String,
}

/// Which forms belong together, so far.
pub struct Clusters {
    parents: Vec<usize>,
    /// For the root of each cluster, how many forms it has.
    sizes: Vec<usize>,
    /// For the root of each cluster, the well-known body that its forms name.
    known: Vec<Option<u16>>,
    /// The unions made, in order.
    pub links: Vec<Link>,
}

impl Clusters {
    /// Each form alone.
    pub fn new(forms: &[Form]) -> Self {
        Self { parents: (0..forms.len()).collect(), sizes: vec![1; forms.len()], known: vec![None; forms.len()], links: Vec::new() }
    }

    /// Says that a form names this well-known body.
    pub fn set_known(&mut self, form: usize, number: u16) {
        let root = self.root(form);
        if let Some(known) = self.known.get_mut(root) {
            *known = Some(number);
        }
    }

    /// Takes back that a form names a well-known body.
    pub fn forget_known(&mut self, form: usize) {
        let root = self.root(form);
        if let Some(known) = self.known.get_mut(root) {
            *known = None;
        }
    }

    /// The well-known body that the cluster of `form` names.
    pub fn known(&self, form: usize) -> Option<u16> {
        self.known.get(self.root(form)).copied().flatten()
    }

    /// True if no other form is in its cluster.
    pub fn is_alone(&self, form: usize) -> bool {
        self.sizes.get(self.root(form)) == Some(&1)
    }

    /// The form that stands for the cluster of `form`.
    pub fn root(&self, form: usize) -> usize {
        let mut at = form;
        while let Some(&parent) = self.parents.get(at).filter(|&&parent| parent != at) {
            at = parent;
        }
        at
    }

    /// Puts the two clusters together, unless they are two different well-known bodies.
    pub fn unite(&mut self, one: usize, other: usize, why: impl FnOnce() -> String) -> bool {
        let (root, child) = (self.root(one), self.root(other));
        let (mine, yours) = (self.known(one), self.known(other));
        if root == child || (mine.is_some() && yours.is_some() && mine != yours) {
            return false;
        }
        let (root, child) = (root.min(child), root.max(child));
        if let Some(parent) = self.parents.get_mut(child) {
            *parent = root;
        }
        if let Some(known) = self.known.get_mut(root) {
            *known = mine.or(yours);
        }
        let joined = self.sizes.get(child).copied().unwrap_or_default();
        if let Some(size) = self.sizes.get_mut(root) {
            *size += joined;
        }
        self.flatten(one);
        self.flatten(other);
        self.links.push(Link { one, other, why: why() });
        true
    }

    /// Keeps the way to the root short.
    fn flatten(&mut self, form: usize) {
        let root = self.root(form);
        let mut at = form;
        while at != root {
            let Some(parent) = self.parents.get_mut(at) else { return };
            at = std::mem::replace(parent, root);
        }
    }

    /// For each form, the numbers of its links.
    pub fn links_by_form(&self, n_forms: usize) -> Vec<Vec<usize>> {
        let mut by_form = vec![Vec::new(); n_forms];
        for (number, link) in self.links.iter().enumerate() {
            for form in [link.one, link.other] {
                if let Some(numbers) = by_form.get_mut(form) {
                    numbers.push(number);
                }
            }
        }
        by_form
    }

    /// Why `form` was taken for a name of what `title` names: the link between the two, else the form's first.
    pub fn reason(&self, form: usize, title: usize, by_form: &[Vec<usize>]) -> Option<&str> {
        let links: Vec<&Link> = by_form.get(form)?.iter().filter_map(|&number| self.links.get(number)).collect();
        let direct = links.iter().find(|link| link.one == title || link.other == title);
        direct.or(links.first()).map(|link| link.why.as_str())
    }
}
