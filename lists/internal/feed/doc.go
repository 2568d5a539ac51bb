// Package feed reads the files of publishers: bounded, summed up, with the place of
// everything, and never held whole. It knows no list.
//
// A parser of a list in XML opens a walker with [NewXML], reads the root with
// Root, and then part by part with Parts, or token by token with Next. For an
// element that is a record it calls Record, which returns the element with all in
// it as a [Node]. At the end, Digest gives the sum.
//
// Records in JSON are read by [JSON], and tables in CSV row by row by [CSV]. (Text
// that goes line by line is read by package lines.)
//
// An error is a *lists.FileError without the name of a parser, which [Named] gives
// it, or the reader's own error. What is odd and can be used is added to
// [Problems].
package feed
