// Package registry keeps what a program knows several of and looks up by name: formats,
// rules, kinds of cost, kinds of block.
package registry

import (
	"cmp"
	"slices"
	"sync"
)

// Registry holds values by their names. Values are added while a program starts; readers
// never change them.
type Registry[T any] struct {
	name  func(T) string
	order func(a, b T) int

	mu     sync.Mutex
	values []T      // as they were added
	names  []string // of each
	listed []T      // in their order; nil where values were added since
}

// New returns an empty registry of values that are called by name, and listed by it.
func New[T any](name func(T) string) *Registry[T] {
	return Ordered(name, func(a, b T) int { return cmp.Compare(name(a), name(b)) })
}

// Ordered returns an empty registry whose values are listed in an order of their own.
func Ordered[T any](name func(T) string, order func(a, b T) int) *Registry[T] {
	return &Registry[T]{name: name, order: order}
}

// Add makes a value known. It panics where another of its name is known: that is a
// mistake in a program, found when it first starts. It returns true, so that a file can
// register what it holds in a declaration.
func (r *Registry[T]) Add(v T) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	name := r.name(v)
	if slices.Contains(r.names, name) {
		panic("registry: " + name + " is there twice")
	}
	r.values, r.names, r.listed = append(r.values, v), append(r.names, name), nil
	return true
}

// Remove removes a value, so that a test can undo what it added.
func (r *Registry[T]) Remove(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.values, r.listed = slices.DeleteFunc(r.values, func(v T) bool { return r.name(v) == name }), nil
	r.names = slices.DeleteFunc(r.names, func(known string) bool { return known == name })
}

// All returns the values in their order. The list must not be changed.
func (r *Registry[T]) All() []T {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.listed == nil {
		r.listed = slices.Clone(r.values)
		slices.SortStableFunc(r.listed, r.order)
	}
	return r.listed
}

// Names returns the names of all values, in their order.
func (r *Registry[T]) Names() []string {
	all := r.All()
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = r.name(v)
	}
	return names
}

// Find returns the value of a name.
func (r *Registry[T]) Find(name string) (T, bool) {
	for _, v := range r.All() {
		if r.name(v) == name {
			return v, true
		}
	}
	var none T
	return none, false
}
