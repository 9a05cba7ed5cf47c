/** Sessions over drawn files, for the tests of the review and of the views. */
package blackbox.review;
