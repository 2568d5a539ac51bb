package csl

var entryTypes = [...]entryType{}
