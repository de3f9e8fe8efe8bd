/** Workers on a Spark cluster. The only package that imports Spark. */
package dev.bookplate.engine.spark;
