package org.twinline.terminology.link.trees;

/** What trees are fitted to: the gradients of a loss at given scores, times the rows' weights. */
interface Loss {
  /** The score every row starts from. */
  double start();

  /** Writes first and second derivatives by row; second ones are positive. */
  void derive(double[] score, double[] gradient, double[] hessian);
}
