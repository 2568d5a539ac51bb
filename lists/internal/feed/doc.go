// Package feed reads the files of publishers as bytes and XML: bounded, summed
// up, with the place of everything. It knows no list.
//
// A parser of a list in XML opens a walker with [NewXML], reads the root with
// Root, and then either token by token with Next, or, for every element that is
// a record, calls Record, which returns the element with all in it as a [Node].
// Whole files are never held. When Next returns io.EOF, Digest gives the sum.
//
// An error is an *[Error] with the place, which a publisher's package converts to
// its own FileError, or the reader's own error. What is odd and can be used is
// added to [Problems].
package feed
